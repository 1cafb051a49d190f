"use strict";
// The chat page. Formatted text is dressed in rich.js, questions are asked in dialogs.js.

const $ = (id) => document.getElementById(id);
const zone = "Asia/Ho_Chi_Minh";
const clockTime = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: zone });
const calendarDay = new Intl.DateTimeFormat("vi-VN", { weekday: "long", day: "2-digit", month: "2-digit", year: "numeric", timeZone: zone });
const shortDay = { format: (at) => dayOf(at).slice(5).split("-").reverse().join("/") };

let person = null; // whose eyes we look through
let room = null; // the chat that is open
let state = { revision: 0, people: [], chats: [], answers: [], bot: {} };
let seenAnswers = null; // answers up to this one have been shown
let attached = null;
let replying = null; // the message that the next text answers
const drafts = new Map();
const read = new Map(); // the newest message seen of each person
const rows = new Map(); // message id -> { source, node }

async function ask(path, body) {
  const options = body === undefined ? {} : body instanceof FormData
    ? { method: "POST", body }
    : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

async function attempt(deed) {
  try {
    return await deed();
  } catch (error) {
    toast(`Không thực hiện được: ${error.message}`);
    return undefined;
  }
}

// ---- state -----------------------------------------------------------------------------------

async function refresh() {
  const wanted = person;
  const next = await ask(`/sandbox/state${wanted === null ? "" : `?person=${wanted}`}`);
  if (wanted !== person) return;
  state = next;
  render();
}

async function follow() {
  for (;;) {
    try {
      await refresh();
      await ask(`/sandbox/events?after=${state.revision}`);
      $("offline").hidden = true;
    } catch {
      $("offline").hidden = false;
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

function open(nextPerson, nextRoom) {
  $("filter").value = "";
  location.hash = nextPerson === null ? "" : nextRoom && nextRoom !== nextPerson ? `${nextPerson}/${nextRoom}` : `${nextPerson}`;
}

function route() {
  if (person !== null) drafts.set(`${person}/${room}`, $("text").value);
  const [who, where] = location.hash.slice(1).split("/").map(Number);
  const before = person;
  person = who || null;
  room = where || person;
  if (person !== before) seenAnswers = null;
  rows.clear();
  $("log").replaceChildren();
  $("text").value = drafts.get(`${person}/${room}`) || "";
  attach(null);
  reply(null);
  closeMenu();
  grow();
  document.body.classList.toggle("talking", person !== null);
  // A phone would cover half the chat with its keyboard.
  if (person !== null && innerWidth > 720) $("text").focus();
  state.chats = person === before ? state.chats : [];
  refresh().then(() => $("log").scrollTo(0, $("log").scrollHeight)).catch(() => {});
}

// ---- drawing ---------------------------------------------------------------------------------

function render() {
  renderClock();
  renderPeople();
  const chat = state.chats.find((one) => one.id === room) || state.chats[0];
  for (const id of ["head", "log", "foot"]) $(id).hidden = !chat;
  $("nobody").hidden = Boolean(chat);
  if (!chat) {
    for (const id of ["rooms", "pin", "botless"]) $(id).hidden = true;
    return;
  }
  room = chat.id;
  renderHead(chat);
  renderLog(chat);
  renderFoot(chat);
  showAnswers();
}

function renderClock() {
  const now = state.time.now;
  $("date").textContent = innerWidth < 720
    ? `${weekday(now)} ${shortDay.format(now)} · ${clockTime.format(now)}`
    : `${calendarDay.format(now)} · ${clockTime.format(now)}`;
  $("date").title = calendarDay.format(now);
  $("lever").hidden = !state.time.lever;
}

function weekday(at) {
  return ["CN", "T2", "T3", "T4", "T5", "T6", "T7"][local(at).getUTCDay()];
}

// The wall clock in Vietnam, as if it were UTC; the zone has no summer time.
function local(at) {
  return new Date(at + 7 * 3600e3);
}

function dayOf(at) {
  return local(at).toISOString().slice(0, 10);
}

function face(name, id, className = "") {
  const words = name.trim().split(/\s+/);
  const letter = [...(words[words.length - 1] || "?")][0].toUpperCase();
  return make("span", `face c${Math.abs(id) % 7} ${className}`, letter);
}

function renderPeople() {
  const wanted = fold($("filter").value);
  const today = dayOf(state.time.now);
  for (const one of state.people) if (!read.has(one.id) || one.id === person) read.set(one.id, one.last ? one.last.id : 0);
  const isUnread = (one) => Boolean(one.last && one.last.bot && one.last.id > read.get(one.id));
  const others = state.people.filter((one) => one.id !== person && isUnread(one)).length;
  $("back").setAttribute("aria-label", others ? `Về danh sách, ${others} người có tin mới` : "Về danh sách");
  $("back").classList.toggle("news", others > 0);
  // Newcomers stand first: whoever was made on the page is wanted next.
  const ordered = [...state.people.filter((one) => !one.label).reverse(), ...state.people.filter((one) => one.label)];
  const items = ordered.filter((one) => fold(`${one.name} ${one.label}`).includes(wanted)).map((one) => {
    const unread = isUnread(one);
    const button = make("button", "", face(one.name, one.id),
      make("span", "words",
        make("span", "line", make("span", "name", one.name),
          one.last && make("time", "", dayOf(one.last.date) === today ? clockTime.format(one.last.date) : shortDay.format(one.last.date))),
        one.label ? make("span", "line", make("span", "label", one.label)) : null,
        make("span", "line", make("span", "last", one.last ? one.last.text : "Chưa bắt đầu"),
          unread ? Object.assign(make("span", "new"), { title: "Tin mới" }) : null)));
    button.type = "button";
    button.setAttribute("aria-current", String(one.id === person));
    button.addEventListener("click", () => open(one.id));
    return make("li", "", button);
  });
  const focused = document.activeElement && $("list").contains(document.activeElement);
  if (!focused || $("list").children.length !== items.length) $("list").replaceChildren(...items);
  else items.forEach((item, at) => {
    const old = $("list").children[at].firstChild;
    old.replaceChildren(...item.firstChild.childNodes);
    old.setAttribute("aria-current", item.firstChild.getAttribute("aria-current"));
  });
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}

function renderHead(chat) {
  const who = state.people.find((one) => one.id === person);
  $("title").textContent = chat.title;
  $("subtitle").textContent = chat.private
    ? `bạn là ${who.name}${who.label ? `, ${who.label}` : ""}`
    : `nhóm, bạn là ${who.name}`;
  $("subtitle").title = $("subtitle").textContent;
  $("face").replaceWith(Object.assign(face(chat.private ? "★" : chat.title, chat.private ? 3 : chat.id), { id: "face" }));
  $("rooms").hidden = state.chats.length < 2;
  $("rooms").replaceChildren(...state.chats.map((one) => {
    const tab = make("button", "", one.private ? "Trò chuyện với bot" : one.title);
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(one.id === chat.id));
    tab.addEventListener("click", () => open(person, one.id));
    return tab;
  }));
  $("botless").hidden = !chat.botless;
  const pinned = chat.messages.filter((message) => message.pinned).pop();
  $("pin").hidden = !pinned;
  if (pinned) {
    $("pin").replaceChildren(make("b", "", "Đã ghim "), pinned.text.split("\n")[0] || "Hình ảnh");
    $("pin").onclick = () => rows.get(pinned.id)?.node.scrollIntoView({ behavior: "smooth", block: "center" });
  }
}

function renderLog(chat) {
  const log = $("log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 90;
  const nodes = [];
  if (!chat.messages.length && chat.private && state.bot.description) nodes.push(make("div", "intro", state.bot.description));
  let day = "";
  let previous = null;
  const alive = new Set();
  for (const message of chat.messages) {
    if (dayOf(message.date) !== day) {
      day = dayOf(message.date);
      nodes.push(make("span", "day", calendarDay.format(message.date)));
      previous = null;
    }
    const next = previous !== null && previous.author === message.author && previous.mine === message.mine;
    const source = JSON.stringify([message, next, chat.private]);
    const shown = rows.get(message.id);
    if (shown?.source !== source) {
      const node = drawMessage(chat, message, next);
      const changed = shown && message.edited && shown.words !== words(message);
      if (changed) node.classList.add("fresh");
      if (changed && !atEnd) node.dataset.look = "1";
      rows.set(message.id, { source, node, words: words(message) });
    }
    alive.add(message.id);
    nodes.push(rows.get(message.id).node);
    previous = message;
  }
  for (const id of rows.keys()) if (!alive.has(id)) rows.delete(id);
  reconcile(log, nodes);
  if (atEnd) log.scrollTo(0, log.scrollHeight);
  // What the bot has just rewritten further up is brought into sight.
  for (const node of log.querySelectorAll("[data-look]")) {
    delete node.dataset.look;
    node.scrollIntoView({ block: "nearest" });
  }
}

function words(message) {
  return JSON.stringify([message.text, message.keyboard]);
}

// Moves only what changed, so that pictures do not blink and the keyboard's focus stays.
function reconcile(parent, nodes) {
  nodes.forEach((node, at) => {
    const old = parent.childNodes[at];
    if (old === node) return;
    if (old && old.className === "day" && node.className === "day") {
      old.textContent = node.textContent;
      return;
    }
    parent.insertBefore(node, old || null);
  });
  while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}

function drawMessage(chat, message, next) {
  const bubble = make("div", "bubble");
  if (!chat.private && !message.mine && !next) {
    bubble.append(make("div", "author", message.author, message.topic ? make("span", "topic", ` › ${message.topic}`) : null));
  }
  if (message.reply) bubble.append(make("div", "quoted", message.reply));
  if (message.photo) bubble.append(drawPhoto(message.photo));
  if (message.document) bubble.append(drawDocument(message.document));
  if (message.text) {
    const text = make("span", "text");
    fill(text, message.text, message.entities);
    bubble.append(text);
  }
  const stamp = make("span", "stamp", `${message.edited ? "đã sửa " : ""}${clockTime.format(message.date)}`);
  if (message.bot) stamp.prepend(drawAnswer(message));
  bubble.append(stamp);
  const keyboard = message.keyboard ? drawKeyboard(chat, message) : null;
  const box = make("div", `box${keyboard || message.photo ? " wide" : ""}`, bubble, keyboard);
  // A tall picture makes a narrow message instead of empty sides.
  if (message.photo) box.style.maxWidth = `min(88%, ${Math.min(520, Math.max(240, Math.round((460 * message.photo.width) / message.photo.height)))}px)`;
  return make("div", `row${message.mine ? " mine" : ""}${next ? " next" : ""}`, box);
}

function drawAnswer(message) {
  const button = make("button", "answer", "↩");
  button.type = "button";
  button.title = "Trả lời tin này";
  button.setAttribute("aria-label", button.title);
  button.addEventListener("click", () => reply(message));
  return button;
}

function drawPhoto(photo) {
  const image = make("img");
  image.src = `/sandbox/file/${encodeURIComponent(photo.id)}`;
  image.width = photo.width;
  image.height = photo.height;
  image.alt = "Hình ảnh";
  image.addEventListener("load", () => { if ($("log").scrollHeight - $("log").scrollTop - $("log").clientHeight < 600) $("log").scrollTo(0, $("log").scrollHeight); }, { once: true });
  const button = make("button", "photo", image);
  button.type = "button";
  button.addEventListener("click", () => {
    const large = make("img");
    large.src = image.src;
    large.alt = image.alt;
    large.addEventListener("click", () => $("ask").close());
    dialog("picture", large);
  });
  return button;
}

function drawDocument(file) {
  const extension = file.name.includes(".") ? file.name.split(".").pop().slice(0, 4).toUpperCase() : "TỆP";
  const link = make("a", "doc", make("span", "face", extension), make("span", "", make("b", "", file.name), make("span", "", `${sizeOf(file.size)} · tải về`)));
  link.href = `/sandbox/file/${encodeURIComponent(file.id)}`;
  link.download = file.name;
  return link;
}

function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;
}

function drawKeyboard(chat, message) {
  return make("div", "keys", ...message.keyboard.map((row) => make("div", "", ...row.map((key) => {
    if (key.url) return drawLink(key.url, key.text, "a");
    const button = make("button", "", key.text);
    button.type = "button";
    button.addEventListener("click", async () => {
      if (key.copy_text) {
        await attempt(() => navigator.clipboard.writeText(key.copy_text.text));
        toast("Đã chép");
        return;
      }
      if (!key.callback_data) return;
      button.setAttribute("aria-busy", "true");
      setTimeout(() => button.removeAttribute("aria-busy"), 8000);
      const pressed = await attempt(() => ask("/sandbox/press", { person, chat: chat.id, message: message.id, data: key.callback_data }));
      if (pressed) waiting.set(pressed.callback_id, button);
      else button.removeAttribute("aria-busy");
    });
    return button;
  }))));
}

const waiting = new Map(); // callback id -> the button that shows it

function showAnswers() {
  const newest = state.answers.reduce((most, answer) => Math.max(most, answer.order), 0);
  for (const answer of state.answers) {
    waiting.get(answer.callback)?.removeAttribute("aria-busy");
    waiting.delete(answer.callback);
    if (seenAnswers === null || answer.order <= seenAnswers || !answer.text) continue;
    if (answer.alert) alertBox(answer.text);
    else toast(answer.text);
  }
  seenAnswers = Math.max(seenAnswers || 0, newest);
}

// ---- doing -----------------------------------------------------------------------------------

async function say(text, who = person, where = room, answers = null) {
  const said = await attempt(() => ask("/sandbox/say", { person: who, chat: where, text, reply_to: answers }));
  $("log").scrollTo(0, $("log").scrollHeight);
  return said;
}

async function submit() {
  const text = $("text").value.trim();
  const file = attached;
  const answers = replying;
  if (!text && !file) return;
  $("text").value = "";
  attach(null);
  reply(null);
  closeMenu();
  grow();
  const sent = file ? await upload(file, text, answers && answers.id) : await say(text, person, room, answers && answers.id);
  // What could not be sent is not lost.
  if (!sent && !$("text").value && !attached) {
    $("text").value = text;
    attach(file);
    reply(answers);
    grow();
  }
}

async function upload(file, caption, answers) {
  const form = new FormData();
  form.set("person", person);
  form.set("chat", room);
  form.set("kind", isPicture(file) ? "photo" : "document");
  form.set("caption", caption);
  if (answers) form.set("reply_to", answers);
  form.set("file", file);
  const sent = await attempt(() => ask("/sandbox/upload", form));
  $("log").scrollTo(0, $("log").scrollHeight);
  return sent;
}

function isPicture(file) {
  return ["image/png", "image/jpeg"].includes(file.type);
}

function attach(file) {
  if (attached && $("file-picture").src) URL.revokeObjectURL($("file-picture").src);
  attached = file;
  $("picker").value = "";
  $("file").hidden = !file;
  $("file-name").textContent = file ? `${file.name} · ${sizeOf(file.size)}` : "";
  $("file-picture").hidden = !file || !isPicture(file);
  if (file && isPicture(file)) $("file-picture").src = URL.createObjectURL(file);
  else $("file-picture").removeAttribute("src");
  $("text").placeholder = file ? "Chú thích" : "Tin nhắn";
}

function reply(message) {
  replying = message;
  $("reply").hidden = !message;
  $("reply-text").textContent = message ? message.text.split("\n").find((line) => line.trim()) || "Hình ảnh hoặc tệp" : "";
  if (message) $("text").focus();
}

function renderFoot(chat) {
  const start = chat.private && (!chat.started || chat.blocked);
  $("begin").hidden = !start;
  $("compose").hidden = start;
  $("commands").hidden = !chat.commands.length;
}

function grow() {
  const box = $("text");
  box.style.height = "auto";
  // While it is hidden it has no height to go by.
  if (box.scrollHeight) box.style.height = `${Math.min(box.scrollHeight, 150)}px`;
}

function openMenu(beginning) {
  const chat = state.chats.find((one) => one.id === room);
  const commands = chat ? chat.commands.filter((one) => `/${one.command}`.startsWith(beginning)) : [];
  $("menu").replaceChildren(...commands.map((one) => {
    const button = make("button", "", make("b", "", `/${one.command}`), make("span", "", one.description));
    button.type = "button";
    button.addEventListener("click", () => {
      closeMenu();
      $("text").value = "";
      $("text").focus({ preventScroll: true });
      say(`/${one.command}`);
    });
    return button;
  }));
  $("menu").hidden = !commands.length;
  $("commands").setAttribute("aria-expanded", String(Boolean(commands.length)));
}

function closeMenu() {
  $("menu").hidden = true;
  $("commands").setAttribute("aria-expanded", "false");
}

async function step(kind) {
  let minutes = kind === "hour" ? 60 : 24 * 60;
  if (kind === "monday") {
    const now = local(state.time.now);
    const days = (8 - now.getUTCDay()) % 7 || 7;
    const monday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 8);
    minutes = Math.ceil((monday - now.getTime()) / 60e3);
  }
  for (const button of $("lever").children) button.disabled = true;
  await attempt(() => ask("/sandbox/time", { advance_minutes: minutes }));
  for (const button of $("lever").children) button.disabled = false;
}

// ---- wiring ----------------------------------------------------------------------------------

// Arrow keys go through a list of buttons, and out of its lower end to `below`.
function walk(event, buttons, below) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...buttons];
  const next = all[all.indexOf(document.activeElement) + step];
  if (next) next.focus();
  else if (step > 0 && below) below.focus();
}

$("compose").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  }
  // From what is typed up into the menu above it.
  if (event.key === "ArrowUp" && !$("menu").hidden) {
    event.preventDefault();
    $("menu").lastElementChild.focus();
  }
});
$("menu").addEventListener("keydown", (event) => walk(event, $("menu").children, $("text")));
$("filter").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") walk(event, $("list").querySelectorAll("button"), null);
});
$("list").addEventListener("keydown", (event) => walk(event, $("list").querySelectorAll("button"), null));
$("text").addEventListener("input", () => {
  grow();
  if (/^\/\w*$/.test($("text").value)) openMenu($("text").value);
  else closeMenu();
});
$("text").addEventListener("paste", (event) => {
  const [file] = event.clipboardData.files;
  if (file) { event.preventDefault(); attach(file); }
});
$("commands").addEventListener("click", () => ($("menu").hidden ? openMenu("") : closeMenu()));
$("attach").addEventListener("click", () => $("picker").click());
$("picker").addEventListener("change", () => { if ($("picker").files[0]) attach($("picker").files[0]); $("text").focus(); });
$("file-drop").addEventListener("click", () => attach(null));
$("reply-drop").addEventListener("click", () => { reply(null); $("text").focus(); });
$("start").addEventListener("click", () => say("/start"));
$("paste").addEventListener("click", askLink);
$("chat").addEventListener("dragover", (event) => { if (!$("compose").hidden) event.preventDefault(); });
$("chat").addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (!file || $("foot").hidden || $("compose").hidden) return;
  event.preventDefault();
  attach(file);
  $("text").focus();
});
$("back").addEventListener("click", () => open(null));
$("add").addEventListener("click", askName);
$("add-bot").addEventListener("click", () => attempt(() => ask("/sandbox/groups/bot", { person, chat: room })));
$("filter").addEventListener("input", renderPeople);
$("lever").addEventListener("click", (event) => { if (event.target.dataset.step) step(event.target.dataset.step); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || $("ask").open) return;
  if ($("menu").contains(document.activeElement)) $("text").focus();
  if ($("menu").hidden) reply(null);
  closeMenu();
});
document.addEventListener("click", (event) => { if (!$("foot").contains(event.target)) closeMenu(); });
addEventListener("hashchange", route);
addEventListener("resize", () => { if (state.time) renderClock(); });
// The end of the chat stays in sight when the foot grows or a phone's keyboard comes up.
let atEnd = true;
$("log").addEventListener("scroll", () => {
  const log = $("log");
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 90;
});
new ResizeObserver(() => { if (atEnd) $("log").scrollTo(0, $("log").scrollHeight); }).observe($("log"));
setInterval(() => {
  if (!state.time) return;
  ask("/sandbox/time").then((time) => { state.time = time; renderClock(); }).catch(() => {});
}, 20000);
route();
follow();
