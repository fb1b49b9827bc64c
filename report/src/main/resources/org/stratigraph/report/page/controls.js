// The controls of one grid and its legend.

const VIEWS = { own: "own layers", layer: "one layer", fused: "layers fused" };
let controlsMade = 0;

class Controls {
  constructor(grid) {
    this.grid = grid;
    this.id = `controls-${controlsMade++}`;
    this.layer = this.slider(grid.data.layers.length - 1, 1, grid.view.layer);
    this.alpha = this.slider(1, 0.05, grid.view.alpha);
    this.opacity = this.slider(1, 0.05, grid.view.opacity);
    this.colours = element("select", {});
    this.colours.append(
      ...Object.entries(COLOURS).map(([name, { title }]) => element("option", { value: name }, title)),
    );
    this.says = { layer: element("output"), alpha: element("output"), opacity: element("output") };
    this.views = this.radios();
    this.legend = new Legend();
    this.bar = element(
      "div",
      { class: "controls", role: "group", "aria-label": "What the grid shows" },
      this.views,
      this.labelled("Layer", this.layer, this.says.layer),
      this.labelled("Alpha of TIF", this.alpha, this.says.alpha),
      this.labelled("Opacity", this.opacity, this.says.opacity),
      this.labelled("Colours", this.colours),
      this.legend.figure,
    );
    this.listen();
    this.say();
  }

  /** The legend shows a cell's numbers, or, without one, what they mean. */
  point(cell) {
    this.pointed = cell;
    this.legend.show(COLOURS[this.grid.view.colours], cell);
  }

  /** A cell was drawn. */
  refresh(cell) {
    if (cell === this.pointed) {
      this.point(cell);
    }
  }

  slider(max, step, value) {
    return element("input", { type: "range", min: 0, max, step, value });
  }

  labelled(text, control, ...more) {
    return element("label", {}, element("span", {}, text), control, ...more);
  }

  radios() {
    const inputs = Object.entries(VIEWS).map(([value, words]) => {
      const input = element("input", { type: "radio", name: this.id, value });
      input.addEventListener("change", () => this.change({ what: value }));
      return element("label", {}, input, words);
    });
    return element("fieldset", {}, element("legend", {}, "Show"), ...inputs);
  }

  listen() {
    this.layer.addEventListener("input", () => this.change({ what: "layer", layer: Number(this.layer.value) }));
    this.alpha.addEventListener("input", () => this.change({ what: "fused", alpha: this.alpha.value }));
    this.opacity.addEventListener("input", () => this.change({ opacity: Number(this.opacity.value) }));
    this.colours.addEventListener("change", () => {
      const colours = COLOURS[this.colours.value];
      this.grid.inks = palette(colours);
      this.opacity.value = colours.opacity;
      this.change({ colours: this.colours.value, opacity: colours.opacity });
    });
  }

  change(view) {
    Object.assign(this.grid.view, view);
    this.say();
    this.grid.redraw();
  }

  say() {
    const { what, layer, alpha, opacity } = this.grid.view;
    const name = this.grid.data.layers[layer];
    this.says.layer.textContent = name;
    this.layer.setAttribute("aria-valuetext", name);
    this.says.alpha.textContent = Number(alpha) < 1 ? alpha : "1: nothing is left";
    this.says.opacity.textContent = `${Math.round(100 * opacity)} %`;
    this.views.querySelector(`input[value=${what}]`).checked = true;
    this.point(this.pointed);
  }
}

/** The scale of colours with its numbers. */
class Legend {
  constructor() {
    this.scale = element("canvas", { width: 256, height: 1, role: "img", "aria-label": "Scale of colours" });
    this.numbers = element("div", { class: "numbers" });
    this.caption = element("figcaption");
    this.figure = element("figure", { class: "scale" }, this.scale, this.numbers, this.caption);
  }

  show(colours, cell) {
    paintScale(this.scale, colours);
    const middle = (colours.from + 1) / 2;
    this.numbers.replaceChildren(
      ...[colours.from, middle, 1].map((share) => element("span", {}, cell ? number(share * cell.scale) : `${share}`)),
    );
    this.caption.textContent = cell
      ? `${cell.name}: full colour at ${number(cell.scale)}`
      : "Each map has a scale of its own: full colour at the 99.5th percentile of its absolute scores. Point at a map for numbers.";
  }
}
