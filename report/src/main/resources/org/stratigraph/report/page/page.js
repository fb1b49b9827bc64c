// Puts the parts together once the page is read.

/** An element with attributes and children, text among them: nothing is ever read as markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  made.append(...children);
  return made;
}

function themeButton() {
  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const button = element("button", { type: "button", class: "theme" });
  const say = () => (button.textContent = dark() ? "Light page" : "Dark page");
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    say();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", say);
  say();
  return button;
}

const data = JSON.parse(document.getElementById("data").textContent);
document.querySelector("header").append(themeButton());
document.querySelectorAll("table.scores").forEach(sortable);
document.querySelectorAll(".chart").forEach(pointing);
const grids = [...document.querySelectorAll("main > section")].map((section, index) =>
  data.sections[index].pictures.length > 0 ? new Grid(section, data.sections[index], data.bits) : undefined,
);
document.documentElement.classList.add("scripted");

/** For whoever checks the page from outside: the scores that it shows as TIF, row by row. */
window.stratigraph = {
  fused: (section, picture, answer, method, alpha) => [
    ...grids[section].maps(picture, answer, method).fused(String(alpha)),
  ],
};
