// Score tables that sort by a press on a column's head, and charts whose legends point out a line.

function sortable(table) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = element("button", { type: "button" }, head.textContent);
    button.addEventListener("click", () => sort(table, head, column));
    head.replaceChildren(button);
  });
}

function sort(table, head, column) {
  const falling = head.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("thead th").forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", falling ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, other) => compared(one.cells[column], other.cells[column]));
  body.append(...(falling ? rows.reverse() : rows));
}

function compared(one, other) {
  return "value" in one.dataset
    ? valueOf(one) - valueOf(other)
    : one.textContent.localeCompare(other.textContent, "en", { numeric: true });
}

/** A cell's number; where it has none it is below all others. */
function valueOf(cell) {
  const value = Number(cell.dataset.value);
  return Number.isNaN(value) ? -Number.MAX_VALUE : value;
}

function pointing(chart) {
  const lines = chart.querySelectorAll("svg .line");
  chart.querySelectorAll(".legend li").forEach((item, index) => {
    const button = element("button", { type: "button", "aria-pressed": "false" }, ...item.childNodes);
    const show = (on) => {
      chart.classList.toggle("pointed", on);
      lines.forEach((line, other) => line.classList.toggle("on", on && other === index));
    };
    const pressed = () => button.getAttribute("aria-pressed") === "true";
    button.addEventListener("click", () => {
      const on = !pressed();
      chart.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", "false"));
      button.setAttribute("aria-pressed", String(on));
      show(on);
    });
    item.replaceChildren(button);
  });
}
