"use strict";
// Formatted text and links. Whatever people or the bot wrote becomes text nodes, never markup.

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

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
