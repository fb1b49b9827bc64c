// A section's grid of maps: a canvas for every method and picture, and the controls above them.

const KEPT = 40; // methods whose maps stay upsampled and sorted, 7 MB each for 17 layers: more than a screen shows
const FRAME = 12; // milliseconds of drawing between two answers to the user

/** One method's maps of a picture for a target. */
class Maps {
  constructor(picture, method, layers, bits) {
    Object.assign(this, { picture, method, layers, bits });
  }

  /** What a view shows: scores at the picture's size (none where there is no such map), their scale, and words. */
  shown(view) {
    if (view.what === "fused") {
      return this.fusion(view.alpha);
    }
    const layer = view.what === "own" ? this.method.shown : this.nearest(view.layer);
    const map = this.method.maps.find((candidate) => candidate.layer === layer);
    const wanted = this.layers[view.layer];
    const instead = view.what === "layer" && layer !== wanted;
    return {
      scores: this.atPicture(map),
      scale: fullColour(restored(map, this.bits)),
      words: instead ? `${layer}, nearest to ${wanted}` : layer,
      instead,
    };
  }

  /** The method's layer that is nearest to a place in the section's order; of two the lower. */
  nearest(place) {
    const distance = (map) => Math.abs(this.layers.indexOf(map.layer) - place);
    return this.method.maps.reduce((best, map) => (distance(map) < distance(best) ? map : best)).layer;
  }

  fusion(alpha) {
    const { fusion } = this.method;
    if (!fusion) {
      return { scores: [], scale: 0, words: "not fused", instead: true };
    }
    if (!fusion.alpha) {
      const scores = this.atPicture(fusion.map);
      return { scores, scale: fullColour(scores), words: fusion.fuser, instead: false };
    }
    const scores = this.fused(alpha);
    return { scores, scale: fullColour(scores), words: `TIF, alpha ${alpha}`, instead: false };
  }

  fused(alpha) {
    return fused(this.ranked(), alpha);
  }

  /** The fused layers' maps at the picture's size, each also sorted upwards; the latest few are kept. */
  ranked() {
    const kept = Maps.kept.get(this.method);
    Maps.kept.delete(this.method);
    const ranked =
      kept ??
      this.method.fusion.layers.map((layer) => {
        const scores = this.atPicture(this.method.maps.find((map) => map.layer === layer));
        return { scores, rising: scores.slice().sort() };
      });
    Maps.kept.set(this.method, ranked);
    if (Maps.kept.size > KEPT) {
      Maps.kept.delete(Maps.kept.keys().next().value);
    }
    return ranked;
  }

  atPicture(map) {
    const { height, width } = this.picture;
    return upsampled(restored(map, this.bits), map.height, map.width, height, width);
  }
}
Maps.kept = new Map();

/** The grid of one section. */
class Grid {
  constructor(section, data, bits) {
    Object.assign(this, { data, bits, stale: new Set(), seen: new Set(), inks: palette(COLOURS.signed) });
    this.table = section.querySelector("table.grid");
    this.view = { what: "own", layer: 0, alpha: this.firstAlpha(), colours: "signed", opacity: 1 };
    this.answers = data.pictures.map(() => 0);
    this.watcher = new IntersectionObserver((entries) => this.watch(entries), { rootMargin: "200px" });
    this.views = [...this.table.querySelectorAll("img.view")];
    this.greys = [];
    this.cells = this.rows();
    this.table.querySelectorAll("thead th").forEach((head, column) => column > 0 && this.target(head, column - 1));
    this.controls = new Controls(this);
    section.querySelector(".scroll").before(this.controls.bar);
    this.cells[0][0].canvas.tabIndex = 0;
    this.redraw();
  }

  maps(picture, answer, method) {
    const chosen = this.data.pictures[picture];
    return new Maps(chosen, chosen.answers[answer].methods[method], this.data.layers, this.bits);
  }

  /** Draws all cells again, those in view first, a few in each frame. */
  redraw(cells = this.cells.flat()) {
    cells.forEach((cell) => this.stale.add(cell));
    this.schedule();
  }

  firstAlpha() {
    const methods = this.data.pictures[0].answers[0].methods;
    return methods.map((method) => method.fusion?.alpha).find((alpha) => alpha) ?? "0.7";
  }

  rows() {
    return [...this.table.tBodies[0].rows].map((row, method) =>
      [...row.querySelectorAll("td")].map((cell, picture) => this.cell(cell, method, picture)),
    );
  }

  cell(place, method, picture) {
    const { width, height } = this.data.pictures[picture];
    const canvas = element("canvas", { width, height, role: "img", tabindex: "-1" });
    const caption = element("figcaption");
    place.replaceChildren(element("figure", {}, canvas, caption));
    const cell = { canvas, caption, method, picture };
    canvas.addEventListener("keydown", (event) => this.move(event, method, picture));
    ["pointerenter", "focus"].forEach((event) => canvas.addEventListener(event, () => this.controls.point(cell)));
    ["pointerleave", "blur"].forEach((event) => canvas.addEventListener(event, () => this.controls.point()));
    canvas.cell = cell;
    this.watcher.observe(canvas);
    return cell;
  }

  /** Arrow keys walk the grid, which is one stop for the tab key. */
  move(event, method, picture) {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const to = step && this.cells[method + step[0]]?.[picture + step[1]];
    if (to) {
      event.preventDefault();
      this.cells[method][picture].canvas.tabIndex = -1;
      to.canvas.tabIndex = 0;
      to.canvas.focus();
    }
  }

  /** A picture's answers as a choice. */
  target(head, picture) {
    const { name, answers } = this.data.pictures[picture];
    const select = element("select", { "aria-label": `Target of ${name}` });
    select.append(...answers.map((answer) => element("option", {}, answer.target)));
    const says = element("span", { class: "says" });
    const choose = () => {
      this.answers[picture] = select.selectedIndex;
      const { probability, logit } = answers[select.selectedIndex];
      says.textContent = `probability ${probability}, logit ${logit}`;
      this.redraw(this.cells.map((row) => row[picture]));
    };
    select.addEventListener("change", choose);
    head.querySelector(".answers").replaceWith(answers.length > 1 ? select : element("b", {}, answers[0].target), says);
    choose();
  }

  watch(entries) {
    entries.forEach(({ target, isIntersecting }) => this.seen[isIntersecting ? "add" : "delete"](target.cell));
    this.schedule();
  }

  schedule() {
    if (!this.pending) {
      this.pending = true;
      requestAnimationFrame(() => this.draw());
    }
  }

  draw() {
    this.pending = false;
    const end = performance.now() + FRAME;
    const due = [...this.seen].filter((cell) => this.stale.has(cell));
    while (due.length > 0 && performance.now() < end) {
      this.drawCell(due.shift());
    }
    if (due.length > 0) {
      this.schedule();
    }
  }

  drawCell(cell) {
    const view = this.views[cell.picture];
    if (!view.complete) {
      view.addEventListener("load", () => this.schedule(), { once: true });
      return;
    }
    const { canvas, picture, method } = cell;
    const answer = this.answers[picture];
    const shown = this.maps(picture, answer, method).shown(this.view);
    this.greys[picture] ??= paleGrey(view, canvas.width, canvas.height);
    paint(canvas, this.greys[picture], shown.scores, shown.scale, this.inks, this.view.opacity);
    this.describe(cell, shown, this.data.pictures[picture].answers[answer]);
    this.stale.delete(cell);
  }

  describe(cell, { words, instead, scale }, { target, methods }) {
    cell.scale = scale;
    cell.name = `${methods[cell.method].method} of ${this.data.pictures[cell.picture].name} for ${target}`;
    const full = scale > 0 ? `full colour at ${number(scale)}` : "blank";
    cell.canvas.setAttribute("aria-label", `${cell.name}: ${words}, ${full}`);
    cell.caption.textContent = words;
    cell.caption.classList.toggle("instead", instead);
    this.controls.refresh(cell);
  }
}

/** A number with three digits that count. */
function number(value) {
  return String(Number(value.toPrecision(3)));
}
