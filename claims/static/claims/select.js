// Fills the form that makes a claim with what is selected in the text: its words, and where they stand in the
// stored text, counted in code points. Without this script the words are written by hand.
"use strict";

(() => {
    const start = (form) => form.elements.namedItem("start");
    const end = (form) => form.elements.namedItem("end");

    // The code points of the stored text between the beginning of a sentence and a place in it: labels are
    // not of the text, and a control character is shown as its code.
    const measure = (sentence, node, offset) => {
        const range = document.createRange();
        range.setStart(sentence, 0);
        range.setEnd(node, offset);
        const part = range.cloneContents();
        part.querySelectorAll("small").forEach((label) => label.remove());
        part.querySelectorAll(".control").forEach((control) => control.replaceWith("?"));
        return Number(sentence.dataset.start) + [...part.textContent].length;
    };

    const find = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-start]");

    const read = (text, form) => {
        const selection = document.getSelection();
        if (!selection || selection.isCollapsed || !selection.rangeCount) return;
        const range = selection.getRangeAt(0);
        if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
        const first = find(range.startContainer);
        const last = find(range.endContainer);
        form.elements.namedItem("words").value = selection.toString().trim();
        form.elements.namedItem("occurrence").value = "";
        start(form).value = first && last ? measure(first, range.startContainer, range.startOffset) : "";
        end(form).value = first && last ? measure(last, range.endContainer, range.endOffset) : "";
    };

    document.addEventListener("DOMContentLoaded", () => {
        const form = document.getElementById("claim-form");
        const text = document.querySelector(".source-text");
        if (!form || !text) return;
        document.addEventListener("selectionchange", () => read(text, form));
        form.elements.namedItem("words").addEventListener("input", () => {
            start(form).value = end(form).value = "";
        });
    });
})();
