// The search of a large site: answers the theme's search box out of Pagefind, which loads only the pieces it needs.
//
// The theme talks to its search worker in four kinds of messages. Here the worker is replaced by an object that
// answers the same ones, so that the box, its keys and its looks stay the theme's. Runs before the theme's own script.
(function () {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var AT_ONCE = 6; // results shown together: each costs a reader a file of about 7 kB
  var PAUSE = 150; // milliseconds: a prefix that is only typed through is not looked up
  var PLACES = 5; // places shown of one page, the best first
  var AROUND = 14; // words shown before and after the first that was found
  var FACETS = ["person", "topic", "year"];
  var CHOICES = 60; // names offered in a filter: those in most of what was found

  var labels = {}, pagefind, box, worker;
  var state = { query: "", filters: {}, from: 0, turn: 0, timer: 0, pending: false, enter: false };

  function base() {
    return new URL(JSON.parse(document.getElementById("__config").textContent).base, location.href);
  }

  // While the site is served, pages that were edited stand in a small index beside that of all, and "gone" are the
  // pages of that one which are not as they were. Whatever the browser holds of it is asked for again after an edit.
  var edits = { number: 0, index: "", gone: [] };

  async function follow() {
    if (!labels.edits) return;
    var answer = await fetch(new URL(labels.edits, top()), { cache: "no-store" });
    var now = answer.ok ? await answer.json() : edits;
    if (now.number !== edits.number) pagefind = null;
    edits = now;
  }

  function top() {
    return String(base()).replace(/\/?$/, "/");
  }

  async function load() {
    await follow();
    if (!pagefind) {
      var now = edits, asked = now.number ? "?" + now.number : "";
      pagefind = import(top() + "pagefind/pagefind.js" + asked).then(async function (module) {
        await module.options({ noWorker: true }); // a second script of the same size would do the same beside us
        await module.init();
        if (now.index) await module.mergeIndex(top() + now.index);
        return module;
      });
      pagefind.catch(function () { pagefind = null; });
    }
    return pagefind;
  }

  function bare(word) {
    return (word || "").toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
  }

  // Whether a word was found. For one that no page has, Pagefind answers with the nearest beginning, "a" for "axolotl":
  // to say so of somebody's words would be worse than nothing. Half of it must be there, which endings leave alone.
  function holds(pages, term) {
    var wanted = bare(term);
    return !wanted || pages.some(function (page) {
      var words = page.content.split(/[\r\n\s]+/);
      return page.locations.some(function (location) {
        var word = bare(words[location]), same = 0;
        while (same < wanted.length && word[same] === wanted[same]) same++;
        return same >= wanted.length / 2 || (same >= 3 && same === word.length);
      });
    });
  }

  // --- what was found, as the theme draws it

  function escape(text) {
    return text.replace(/[&<>"]/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; });
  }

  // The words from the last place of the page that has an id, up to the next, around the first that was found.
  function excerpt(words, start, end, hits) {
    var first = hits.length ? hits[0] : start;
    var from = Math.max(start, first - AROUND), to = Math.min(end, Math.max(first, from) + 2 * AROUND);
    var marked = new Set(hits), shown = [];
    for (var i = from; i < to; i++) {
      shown.push(marked.has(i) ? "<mark data-md-highlight>" + escape(words[i]) + "</mark>" : escape(words[i]));
    }
    return "<p>" + (from > start ? "… " : "") + shown.join(" ") + (to < end ? " …" : "") + "</p>";
  }

  // A page and the items in it that hold the words: the more of the different words an item has, the better it is.
  function group(page, terms, score) {
    var words = page.content.split(/[\r\n\s]+/), places = new Map(), heading = "", place = "";
    var anchors = page.anchors.filter(function (anchor) { // the first tells where the page is: Pagefind searches any field
      if (anchor.id.startsWith("at:")) place = anchor.id.slice(3);
      return !anchor.id.startsWith("at:");
    });
    anchors.sort(function (a, b) { return a.location - b.location; });
    var spans = anchors.map(function (anchor, i) {
      var end = i + 1 < anchors.length ? anchors[i + 1].location : words.length;
      if (/^h[1-6]$/.test(anchor.element)) heading = anchor.text;
      return { id: anchor.id, title: heading, start: anchor.location, end: end, hits: [], words: new Set() };
    });
    page.locations.forEach(function (location) {
      for (var i = spans.length - 1; i >= 0 && spans[i].start > location; i--);
      if (i < 0) return;
      spans[i].hits.push(location);
      spans[i].words.add(bare(words[location]));
      places.set(spans[i].id, spans[i]);
    });
    var best = Array.from(places.values()).sort(function (a, b) {
      return b.words.size - a.words.size || b.hits.length - a.hits.length || a.start - b.start;
    }).slice(0, PLACES);
    var top = { location: place, title: escape(page.meta.title), text: "", terms: terms };
    // The theme takes the place with the highest score for Enter, and puts those below the first one's behind "more".
    return [Object.assign(top, { score: best.length ? score - 0.5 : score })].concat(best.map(function (span, i) {
      return {
        location: place + "#" + span.id,
        title: escape(span.title || page.meta.title),
        text: excerpt(words, span.start, span.end, span.hits),
        terms: terms,
        score: i < 2 ? score - i * 0.1 : score - 0.9,
      };
    }));
  }

  async function search() {
    var turn = ++state.turn;
    state.pending = true;
    try {
      var filters = chosen(), words = state.query.trim();
      if (!words && !Object.keys(filters).length) return answer([], 0, turn);
      var module = await load();
      var found = await module.search(words || null, { filters: filters });
      if (turn !== state.turn) return;
      found.results = found.results.filter(function (result) { return !edits.gone.includes(result.id); });
      var shown = found.results.slice(state.from, state.from + AT_ONCE);
      var pages = await Promise.all(shown.map(function (result) { return result.data(); }));
      var terms = {};
      words.replace(/["“”„]/g, "").split(/\s+/).filter(Boolean).forEach(function (word) { terms[word] = true; });
      offer(found.filters, found.totalFilters);
      if (pages.length && !Object.keys(terms).every(function (term) { return holds(pages, term); })) {
        return answer([], 0, turn);
      }
      answer(pages.map(function (page, i) { return group(page, terms, shown.length - i); }), found.results.length, turn);
    } catch (error) {
      console.warn(error);
      answer([], 0, turn, labels.unavailable);
    }
  }

  function answer(items, all, turn, problem) {
    if (turn !== state.turn) return;
    state.pending = false;
    worker.tell({ type: RESULT, data: { items: items } });
    var first = state.from + 1, last = state.from + items.length;
    var told = !all ? (state.query || Object.keys(chosen()).length ? labels.none : "") :
      labels.shown.replace("{first}", first).replace("{last}", last).replace("{all}", all);
    var meta = box.root.querySelector(".md-search-result__meta");
    if (problem || told) meta.textContent = problem || told;
    box.status.textContent = problem || told;
    box.root.querySelector(".md-search__scrollwrap").scrollTop = 0;
    box.previous.hidden = box.next.hidden = all <= AT_ONCE;
    box.previous.disabled = state.from === 0;
    box.next.disabled = last >= all;
    box.bar.hidden = !state.query && !box.open;
    if (state.enter) {
      state.enter = false;
      var best = box.root.querySelector(".md-search-result__link + .md-search-result__link, .md-search-result__link:only-child");
      if (best) best.click();
    }
  }

  // --- the filters

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    return made;
  }

  function chosen() {
    var filters = {};
    FACETS.forEach(function (name) { if (state.filters[name]) filters[name] = state.filters[name]; });
    return filters;
  }

  function build() {
    var root = document.querySelector("[data-md-component=search]");
    var output = root.querySelector(".md-search__output");
    var bar = element("div", { class: "bs-find", role: "group", "aria-label": labels.filter });
    var toggle = element("button", { type: "button", "aria-expanded": "false", "aria-controls": "bs-find" }, labels.filter);
    var fields = element("div", { class: "bs-find__f", id: "bs-find" });
    var status = element("span", { class: "bs-said", role: "status" });
    var previous = element("button", { type: "button", "aria-label": labels.previous, hidden: "" }, "‹");
    var next = element("button", { type: "button", "aria-label": labels.next, hidden: "" }, "›");
    var clear = element("button", { type: "button" }, labels.clear);
    box = { root: root, bar: bar, status: status, previous: previous, next: next, selects: {}, open: false, toggle: toggle };
    FACETS.forEach(function (name) {
      var label = element("label", {}, labels[name] + " ");
      var select = element("select", { name: "bs-" + name });
      select.append(element("option", { value: "" }, labels.any));
      select.addEventListener("change", function () {
        state.filters[name] = select.value;
        restart();
      });
      label.append(select);
      fields.append(label);
      box.selects[name] = select;
    });
    fields.append(clear);
    fields.hidden = bar.hidden = true;
    toggle.addEventListener("click", async function () {
      box.open = fields.hidden;
      fields.hidden = !box.open;
      toggle.setAttribute("aria-expanded", String(box.open));
      if (!box.open) return;
      offer(await (await load()).filters()); // loaded only now: the names are the largest piece
      if (state.query) search();
    });
    clear.addEventListener("click", function () {
      state.filters = {};
      FACETS.forEach(function (name) { box.selects[name].value = ""; });
      restart();
    });
    previous.addEventListener("click", function () { state.from -= AT_ONCE; search(); });
    next.addEventListener("click", function () { state.from += AT_ONCE; search(); });
    bar.append(toggle, status, previous, next, fields);
    output.prepend(bar);
    output.classList.add("bs-find-in");
    // The theme closes the box at Tab and takes every other key for the field: not where the filters are.
    bar.addEventListener("keydown", function (event) {
      if (event.key === "Escape") document.activeElement.blur();
      else event.stopPropagation();
    });
    root.querySelector(".md-search__input").addEventListener("keydown", function (event) {
      if (event.key === "Tab" && !event.shiftKey && !bar.hidden) {
        event.preventDefault();
        event.stopPropagation();
        toggle.focus();
      } else if (event.key === "Enter" && state.pending) { // what is on the screen answers other words
        event.preventDefault();
        event.stopPropagation();
        state.enter = true;
      }
    });
  }

  function restart() {
    var count = Object.keys(chosen()).length;
    box.toggle.textContent = count ? labels.filter + " (" + count + ")" : labels.filter;
    state.from = 0;
    search();
  }

  // Names, and how many of what was found have them. Where one is chosen, the others of its kind stay on offer.
  function offer(counts, all) {
    FACETS.forEach(function (name) {
      var select = box.selects[name], of = ((state.filters[name] && all) || counts || {})[name];
      if (!of) return;
      var names = Object.keys(of).filter(function (value) { return of[value] || value === state.filters[name]; });
      names.sort(function (a, b) { return of[b] - of[a]; });
      names = names.slice(0, CHOICES);
      if (state.filters[name] && !names.includes(state.filters[name])) names.push(state.filters[name]);
      names.sort(function (a, b) { return name === "year" ? b.localeCompare(a) : a.localeCompare(b); });
      select.replaceChildren(element("option", { value: "" }, labels.any));
      names.forEach(function (value) {
        select.append(element("option", { value: value }, value + " (" + of[value] + ")"));
      });
      select.value = state.filters[name] || "";
    });
  }

  // --- in the worker's stead

  class Answering extends EventTarget {
    tell(data) { this.dispatchEvent(new MessageEvent("message", { data: data })); }

    postMessage(message) {
      var self = this;
      worker = self;
      if (message.type === SETUP) {
        labels = message.data.config.labels || {};
        build();
        setTimeout(function () { self.tell({ type: READY }); });
        // What every search needs is loaded while the reader types the first word.
        box.root.querySelector(".md-search__input").addEventListener("focus", function () {
          if (location.protocol !== "file:") load();
        });
      } else if (message.type === QUERY) {
        clearTimeout(state.timer);
        if (location.protocol === "file:") { // a browser fetches nothing there
          box.root.querySelector(".md-search-result__meta").textContent = labels.on_disk;
          return;
        }
        state.query = message.data;
        state.from = 0;
        state.pending = true;
        state.timer = setTimeout(search, PAUSE);
      }
    }

    terminate() {}
  }

  var Native = window.Worker;
  window.Worker = function (url, options) {
    // The theme's search is the only worker of this name; whatever else a page starts is left alone.
    return /\/workers\/search\.[^/]*$/.test(String(url)) ? new Answering() : new Native(url, options);
  };
})();
