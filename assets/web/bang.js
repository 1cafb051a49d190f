// Keeps the page up to date: when the server tells another state, the main part is fetched anew.
(() => {
  const { source, version } = document.body.dataset;
  if (!source || !window.EventSource) return;
  const main = document.getElementById("main");
  const note = document.getElementById("live");
  let shown = version;
  let wanted = version;
  let fetching = false;

  const renew = async () => {
    if (fetching) return;
    fetching = true;
    try {
      while (shown !== wanted) {
        const aim = wanted;
        const answer = await fetch(location.href, { cache: "no-store" });
        if (answer.redirected || answer.status === 401 || answer.status === 403) {
          location.reload();
          return;
        }
        if (!answer.ok) throw new Error(answer.status);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        main.replaceChildren(...page.getElementById("main").childNodes);
        shown = aim;
      }
    } catch {
      // Told again with the next state, or after the connection is back.
      setTimeout(() => { if (shown !== wanted) renew(); }, 5000);
    } finally {
      fetching = false;
    }
  };

  const events = new EventSource(source);
  events.addEventListener("state", (event) => {
    note.textContent = "";
    wanted = event.data;
    renew();
  });
  events.addEventListener("error", () => { note.textContent = note.dataset.lost; });
})();
