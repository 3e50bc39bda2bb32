// Names the boxes that suggest rows after the labels of their fields: Select2 names each after its choice alone,
// so one without a choice would have no name for a screen reader.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
    const name = () => {
        for (const label of document.querySelectorAll("label[for]")) {
            const box = document.getElementById(label.htmlFor)?.parentElement.querySelector(".select2-selection");
            if (!box || box.dataset.named) continue;
            label.id ||= `${label.htmlFor}-label`;
            box.dataset.named = "yes";
            const choice = box.querySelector(".select2-selection__rendered");
            for (const part of [box, choice]) part?.setAttribute("aria-labelledby", `${label.id} ${choice?.id ?? ""}`);
        }
    };
    new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
    name();
});
