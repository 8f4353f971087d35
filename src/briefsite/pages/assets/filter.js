// Shows the form above a table over all briefings, and hides the rows that do not fit it. Without this the table is whole.
document.querySelectorAll(".bs-filter").forEach(function (form) {
  var table = form.parentElement.querySelector("table.bs-qt");
  var status = form.parentElement.querySelector(".bs-count");
  if (!table || !status) return;
  var rows = Array.from(table.tBodies[0].rows);
  var numbers = new Intl.NumberFormat(document.documentElement.lang || undefined);
  // Case, accents and the form of quotation marks are nothing that a reader should have to type.
  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[‘’‚]/g, "'").replace(/[“”„]/g, '"').toLowerCase();
  }
  function value(row, column) {
    var cell = row.cells[column];
    return (cell.querySelector("b") || cell).textContent.trim();
  }
  function labelled(text, control) {
    var label = document.createElement("label");
    label.append(text, control);
    return label;
  }
  var texts = rows.map(function (row) { return plain(row.textContent); });
  var tests = [];
  Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
    if (!head.dataset.filter) return;
    var values = Array.from(new Set(rows.map(function (row) { return value(row, column); }))).filter(Boolean);
    if (values.length < 2) return;
    values.sort(function (a, b) { return a.localeCompare(b, document.documentElement.lang || undefined); });
    var name = head.textContent.trim();
    if (head.dataset.filter === "choose") {
      var select = document.createElement("select");
      select.add(new Option(form.dataset.any, ""));
      values.forEach(function (text) { select.add(new Option(text, text)); });
      var line = document.createElement("p");
      line.append(labelled(name, select));
      form.insertBefore(line, form.lastElementChild);
      tests.push(function (row) { return !select.value || value(row, column) === select.value; });
      return;
    }
    var group = document.createElement("fieldset");
    var legend = document.createElement("legend");
    legend.textContent = name;
    group.append(legend);
    var boxes = values.map(function (text) {
      var box = document.createElement("input");
      box.type = "checkbox";
      box.defaultChecked = true;
      box.value = text;
      group.append(labelled(box, " " + text));
      return box;
    });
    form.insertBefore(group, form.lastElementChild);
    tests.push(function (row) {
      var own = value(row, column);
      return boxes.every(function (box) { return box.checked || box.value !== own; });
    });
  });
  function apply() {
    var wanted = plain(form.elements.words.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row, index) {
      var fits = wanted.every(function (word) { return texts[index].includes(word); }) &&
        tests.every(function (test) { return test(row); });
      row.hidden = !fits;
      shown += fits;
    });
    var said = form.dataset.count.replace("{shown}", numbers.format(shown)).replace("{all}", numbers.format(rows.length));
    status.textContent = shown ? said : said + ". " + form.dataset.none;
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(apply); });
  form.hidden = false;
  apply();
});
