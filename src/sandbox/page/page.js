"use strict";
// The chat page. Whatever people or the bot wrote becomes text nodes, never markup.

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
const drafts = new Map();
const read = new Map(); // the newest message seen of each person
const rows = new Map(); // message id -> { source, node }

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

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
      document.body.classList.remove("offline");
    } catch {
      document.body.classList.add("offline");
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

function open(nextPerson, nextRoom) {
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
  closeMenu();
  grow();
  document.body.classList.toggle("talking", person !== null);
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
    for (const id of ["rooms", "pin"]) $(id).hidden = true;
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
  const items = state.people.filter((one) => fold(`${one.name} ${one.label}`).includes(wanted)).map((one) => {
    if (one.id === person && one.last) read.set(one.id, one.last.id);
    if (!read.has(one.id)) read.set(one.id, one.last ? one.last.id : 0);
    const unread = one.last && one.last.bot && one.last.id > read.get(one.id);
    const button = make("button", "", face(one.name, one.id),
      make("span", "words",
        make("span", "line", make("span", "name", one.name),
          one.last && make("time", "", dayOf(one.last.date) === today ? clockTime.format(one.last.date) : shortDay.format(one.last.date))),
        one.label ? make("span", "line", make("span", "label", one.label)) : null,
        make("span", "line", make("span", "last", one.last ? one.last.text : "Chưa bắt đầu"),
          unread ? make("span", "new") : null)));
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
    if (rows.get(message.id)?.source !== source) rows.set(message.id, { source, node: drawMessage(chat, message, next) });
    alive.add(message.id);
    nodes.push(rows.get(message.id).node);
    previous = message;
  }
  for (const id of rows.keys()) if (!alive.has(id)) rows.delete(id);
  reconcile(log, nodes);
  if (atEnd) log.scrollTo(0, log.scrollHeight);
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
  bubble.append(make("span", "stamp", `${message.edited ? "đã sửa " : ""}${clockTime.format(message.date)}`));
  const keyboard = message.keyboard ? drawKeyboard(chat, message) : null;
  const box = make("div", `box${keyboard || message.photo ? " wide" : ""}`, bubble, keyboard);
  // A tall picture makes a narrow message instead of empty sides.
  if (message.photo) box.style.maxWidth = `min(88%, ${Math.min(520, Math.max(240, Math.round((460 * message.photo.width) / message.photo.height)))}px)`;
  return make("div", `row${message.mine ? " mine" : ""}${next ? " next" : ""}`, box);
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
  const size = file.size < 1024 ? `${file.size} B` : file.size < 1048576 ? `${Math.round(file.size / 1024)} KB` : `${(file.size / 1048576).toFixed(1).replace(".", ",")} MB`;
  const link = make("a", "doc", make("span", "face", extension), make("span", "", make("b", "", file.name), make("span", "", `${size} · tải về`)));
  link.href = `/sandbox/file/${encodeURIComponent(file.id)}`;
  link.download = file.name;
  return link;
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

// ---- formatted text --------------------------------------------------------------------------

// Entities are nested and sorted, outer before inner; offsets count UTF-16 units as strings do.
function fill(parent, text, entities, from = 0, to = text.length) {
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || entity.offset >= to) continue;
    const block = ["pre", "blockquote", "expandable_blockquote"].includes(entity.type);
    const before = text.slice(at, entity.offset);
    // A block begins and ends its own line: the line breaks around it are not shown again.
    parent.append(block ? before.replace(/\n$/, "") : before);
    const node = dress(entity, text.slice(entity.offset, end));
    fill(node, text, entities.slice(index + 1).filter((inner) => inner.offset + inner.length <= end), entity.offset, end);
    parent.append(node);
    at = block && end < to && text[end] === "\n" ? end + 1 : end;
  }
  parent.append(text.slice(at, to));
}

function dress(entity, words) {
  const tags = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
  if (tags[entity.type]) return make(tags[entity.type]);
  if (entity.type === "spoiler") {
    const node = make("span", "spoiler");
    node.addEventListener("click", () => node.classList.add("open"));
    return node;
  }
  if (entity.type === "text_link") return drawLink(entity.url, "", "a");
  if (entity.type === "url") return drawLink(words.includes("://") ? words : `https://${words}`, "", "a");
  if (entity.type === "bot_command") {
    const node = make("button", "word");
    node.type = "button";
    node.addEventListener("click", () => say(words));
    return node;
  }
  return make("span");
}

function drawLink(address, label, tag) {
  const node = make(tag, "", label);
  let url = null;
  try { url = new URL(address); } catch { return make("span", "", label); }
  if (!["http:", "https:"].includes(url.protocol)) return make("span", "", label);
  node.href = url.href;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  const code = startCode(url);
  if (code !== null) node.addEventListener("click", (event) => {
    event.preventDefault();
    askWhoStarts(code);
  });
  return node;
}

function startCode(url) {
  const ours = ["t.me", "telegram.me"].includes(url.hostname) && url.pathname.slice(1).toLowerCase() === (state.bot.username || "").toLowerCase();
  return ours ? url.searchParams.get("start") || "" : null;
}

// ---- doing -----------------------------------------------------------------------------------

async function say(text, who = person, where = room) {
  await attempt(() => ask("/sandbox/say", { person: who, chat: where, text }));
  $("log").scrollTo(0, $("log").scrollHeight);
}

async function submit() {
  const text = $("text").value.trim();
  const file = attached;
  if (!text && !file) return;
  $("text").value = "";
  attach(null);
  closeMenu();
  grow();
  if (!file) return say(text);
  const form = new FormData();
  form.set("person", person);
  form.set("chat", room);
  form.set("kind", ["image/png", "image/jpeg"].includes(file.type) ? "photo" : "document");
  form.set("caption", text);
  form.set("file", file);
  await attempt(() => ask("/sandbox/upload", form));
  $("log").scrollTo(0, $("log").scrollHeight);
}

function attach(file) {
  attached = file;
  $("picker").value = "";
  $("file").hidden = !file;
  $("file-name").textContent = file ? `${file.name} – viết chú thích nếu cần, rồi gửi` : "";
}

function renderFoot(chat) {
  const start = chat.private && (!chat.started || chat.blocked);
  $("start").hidden = !start;
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

// ---- dialogues -------------------------------------------------------------------------------

let toastTimer = 0;
function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("on"), 1800 + 45 * text.length);
}

function dialog(className, ...children) {
  const box = $("ask");
  if (box.open) box.close();
  box.className = className;
  box.replaceChildren(...children);
  box.showModal();
}

function deeds(...buttons) {
  return make("div", "deeds", ...buttons.map(([label, deed, main]) => {
    const button = make("button", main ? "main" : "", label);
    button.type = main ? "submit" : "button";
    if (!main) button.addEventListener("click", () => { $("ask").close(); deed(); });
    return button;
  }));
}

function alertBox(text) {
  dialog("", make("p", "", text), deeds(["Đóng", () => {}, false]));
}

function field(label, input) {
  const caption = make("label", "", label);
  input.id = `field-${label.length}`;
  caption.htmlFor = input.id;
  return [caption, input];
}

async function newcomer(name) {
  const made = await attempt(() => ask("/sandbox/people", { name }));
  return made ? made.id : null;
}

function askName() {
  const name = make("input");
  name.required = true;
  name.maxLength = 64;
  const form = make("form", "", make("p", "", make("b", "", "Thêm người mới")), ...field("Họ và tên", name), deeds(["Thôi", () => {}, false], ["Thêm", null, true]));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    $("ask").close();
    const id = await newcomer(name.value);
    if (id) open(id);
  });
  dialog("", form);
}

function askWhoStarts(code) {
  const who = make("select");
  who.append(...state.people.map((one) => new Option(one.label ? `${one.name} – ${one.label}` : one.name, one.id, false, one.id === person)), new Option("Người mới…", "new"));
  const name = make("input");
  name.maxLength = 64;
  const named = make("div", "", ...field("Họ và tên người mới", name));
  named.hidden = true;
  who.addEventListener("change", () => {
    named.hidden = who.value !== "new";
    name.required = who.value === "new";
  });
  const form = make("form", "", make("p", "", make("b", "", "Mở liên kết này với ai?")), ...field("Người bấm BẮT ĐẦU", who), named, deeds(["Thôi", () => {}, false], ["BẮT ĐẦU", null, true]));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    $("ask").close();
    const id = who.value === "new" ? await newcomer(name.value) : Number(who.value);
    if (!id) return;
    await say(`/start ${code}`.trim(), id, id);
    open(id);
  });
  dialog("", form);
}

// ---- wiring ----------------------------------------------------------------------------------

$("compose").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  }
});
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
$("start").addEventListener("click", () => say("/start"));
$("back").addEventListener("click", () => open(null));
$("add").addEventListener("click", askName);
$("filter").addEventListener("input", renderPeople);
$("lever").addEventListener("click", (event) => { if (event.target.dataset.step) step(event.target.dataset.step); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenu(); });
document.addEventListener("click", (event) => { if (!$("foot").contains(event.target)) closeMenu(); });
addEventListener("hashchange", route);
addEventListener("resize", () => { if (state.time) renderClock(); });
setInterval(() => {
  if (!state.time) return;
  ask("/sandbox/time").then((time) => { state.time = time; renderClock(); }).catch(() => {});
}, 20000);
route();
follow();
