"use strict";
// What lies over the page for a moment: lines that fade, boxes, and questions in boxes.

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

let fields = 0;
function field(label, input) {
  const caption = make("label", "", label);
  input.id = `field-${(fields += 1)}`;
  caption.htmlFor = input.id;
  return [caption, input];
}

async function newcomer(name) {
  const made = await attempt(() => ask("/sandbox/people", { name }));
  return made ? made.id : null;
}

// Somebody new, or a group of somebody who is there already.
function askName() {
  const kind = make("select");
  kind.append(new Option("Người mới", "person"), ...state.people.map((one) => new Option(`Nhóm của ${one.name}`, one.id)));
  const name = make("input");
  name.required = true;
  name.maxLength = 64;
  const form = make("form", "", make("p", "", make("b", "", "Thêm người hoặc nhóm")), ...field("Thêm", kind), ...field("Họ tên người, hoặc tên nhóm", name), deeds(["Thôi", () => {}, false], ["Thêm", null, true]));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    $("ask").close();
    if (kind.value === "person") {
      const id = await newcomer(name.value);
      if (id) open(id);
      return;
    }
    const founder = Number(kind.value);
    const made = await attempt(() => ask("/sandbox/groups", { person: founder, title: name.value }));
    if (made) open(founder, made.id);
  });
  dialog("", form);
}

function askWhoStarts(code) {
  const who = make("select");
  // Whoever sent the invitation is the last to open it: a newcomer is, and best the newest.
  const newcomers = state.people.filter((one) => !one.label).reverse();
  const known = state.people.filter((one) => one.label);
  who.append(new Option("Người mới…", "new"),
    ...[...newcomers, ...known].map((one) => new Option(one.label ? `${one.name} – ${one.label}` : one.name, one.id)));
  const chosen = newcomers.find((one) => one.id === person) || newcomers[0];
  if (chosen) who.value = chosen.id;
  const name = make("input");
  name.maxLength = 64;
  const named = make("div", "", ...field("Họ và tên người mới", name));
  const choose = () => {
    named.hidden = who.value !== "new";
    name.required = who.value === "new";
  };
  who.addEventListener("change", choose);
  choose();
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

// An invitation came by another way than this chat: a newcomer pastes it here.
function askLink() {
  const link = make("input");
  link.required = true;
  link.placeholder = "https://t.me/…?start=…";
  const form = make("form", "", make("p", "", make("b", "", "Dán liên kết mời")), ...field("Liên kết do thường trực gửi", link), deeds(["Thôi", () => {}, false], ["BẮT ĐẦU", null, true]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [code] = link.value.trim().split(/[?&]start=/).slice(-1);
    $("ask").close();
    say(`/start ${code}`);
  });
  dialog("", form);
}
