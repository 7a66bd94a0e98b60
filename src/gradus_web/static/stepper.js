// Plus and minus beside a number.

export function steppers(root) {
  for (const input of root.querySelectorAll(".stepper input")) {
    const box = document.createElement("span");
    box.className = "pm";
    input.replaceWith(box);
    const by = input.name === "load" ? 0.5 : Number(input.value) >= 30 && input.step === "any" ? 5 : 1;
    const button = (sign, words) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = sign > 0 ? "+" : "−";
      made.setAttribute("aria-label", `${words} ${by}`);
      made.addEventListener("click", () => { input.value = Math.max(0, Number(input.value || 0) + sign * by); });
      return made;
    };
    box.append(button(-1, "less by"), input, button(1, "more by"));
  }
}
