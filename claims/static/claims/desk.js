/* The desk's keys, and suggestions for fields that take a name. Without this script the pages are plain forms. */
"use strict";

(() => {
    const find = (id) => document.getElementById(id);
    const WRITES = "input, select, textarea, [contenteditable]";
    const RENEWED_EVERY = 60_000; // milliseconds: a lease lasts ten minutes, so most of them may go unheard

    /* Suggestions, on the desk and on the claim's page. */
    const suggest = (input) => {
        const list = document.createElement("datalist");
        list.id = `${input.id}_names`;
        input.after(list);
        input.setAttribute("list", list.id);
        let waiting;
        input.addEventListener("input", () => {
            clearTimeout(waiting);
            waiting = setTimeout(async () => {
                const asked = input.value;
                const answer = await fetch(`${input.dataset.suggest}?term=${encodeURIComponent(asked)}`).catch(() => null);
                if (!answer?.ok || input.value !== asked) return;
                const { results } = await answer.json();
                list.replaceChildren(...results.map(({ value, label }) => {
                    const option = new Option(label, value);
                    option.label = label;
                    return option;
                }));
            }, 150);
        });
    };
    document.querySelectorAll("input[data-suggest]").forEach(suggest);

    const desk = find("desk");
    if (!desk) return;

    const status = find("desk-status");
    const actions = find("desk-actions");
    const text = find("desk-text");
    const help = find("desk-help");

    const announce = (words) => {
        const told = document.createElement("p");
        told.textContent = words;
        status.replaceChildren(told);
    };

    /* Where the person is led: to what went wrong, else to the claim; the text to its sentence. */
    const settle = () => {
        const told = [...status.childNodes];
        // A live region speaks of what comes in after the page has loaded.
        status.replaceChildren();
        setTimeout(() => status.childNodes.length || status.replaceChildren(...told), 100);
        (find("desk-problem") ?? find("desk-heading"))?.focus({ preventScroll: true });
        const own = text?.querySelector(".sentence.own");
        if (own) {
            const offset = own.getBoundingClientRect().top - text.getBoundingClientRect().top;
            text.scrollTop += offset - text.clientHeight / 3;
        }
    };

    /* What is selected in the text: its words, and where the sentence's stored text has them. */
    let selected = null;
    const readWords = (range) => {
        const copy = document.createElement("div");
        copy.append(range.cloneContents());
        copy.querySelectorAll("small").forEach((label) => label.remove());
        copy.querySelectorAll(".control").forEach((shown) => {
            shown.textContent = String.fromCodePoint(parseInt(shown.textContent.slice(2), 16));
        });
        return copy.textContent;
    };
    document.addEventListener("selectionchange", () => {
        const selection = document.getSelection();
        if (!text || !selection.rangeCount || selection.isCollapsed) return;
        const range = selection.getRangeAt(0);
        if (!text.contains(range.commonAncestorContainer)) return;
        const node = range.startContainer;
        const sentence = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
        const words = readWords(range);
        if (!words.trim()) return;
        let near = "";
        if (sentence) {
            const before = document.createRange();
            before.setStart(sentence, 0);
            before.setEnd(range.startContainer, range.startOffset);
            near = Number(sentence.dataset.start) + [...readWords(before)].length;
        }
        selected = { words, near };
    });

    const fillFromSelection = (panel) => {
        if (!selected) return;
        const words = panel.querySelector("[name=words]") ?? panel.querySelector("[name$=-place]");
        if (!words || words.value) return;
        words.value = selected.words.trim();
        const near = panel.querySelector("[name=near]");
        if (near) near.value = selected.near;
    };

    /* Panels: one is open at a time, and what opens it moves the focus into it. */
    const panels = [...desk.querySelectorAll(".desk-fold")];
    const focusFirst = (panel) => panel.querySelector(`form :is(button, input:not([type=hidden]), select, textarea)`)?.focus();
    panels.forEach((panel) => panel.addEventListener("toggle", () => {
        if (!panel.open) return;
        panels.forEach((other) => { if (other !== panel) other.open = false; });
        if (["desk-make", "desk-verdict"].includes(panel.id)) fillFromSelection(panel);
    }));
    const openPanel = (id, refusal) => {
        const panel = find(id);
        if (!panel) return announce(refusal);
        panel.open = true;
        fillFromSelection(panel);
        focusFirst(panel);
        panel.scrollIntoView({ block: "nearest" });
    };
    const closePanel = () => {
        const panel = panels.find(({ open }) => open);
        if (!panel) return;
        panel.open = false;
        panel.querySelector("summary").focus();
    };

    const press = (id, refusal) => {
        const button = find(id);
        if (button) button.click();
        else announce(refusal);
    };
    const { noDecision, noVerdict } = actions?.dataset ?? {};
    const KEYS = {
        a: () => press("desk-accept", noDecision),
        e: () => openPanel("desk-edit", noDecision),
        r: () => openPanel("desk-reject", noDecision),
        v: () => openPanel("desk-verdict", noVerdict),
        m: () => openPanel("desk-make", "You may not make claims; an administrator can allow it."),
        u: () => press("desk-undo", "There is no move of yours to undo."),
        j: () => press("desk-next", "There is no next claim."),
        k: () => press("desk-previous", "There is no claim before it."),
        "?": () => help.showModal(),
    };

    document.addEventListener("keydown", (event) => {
        if (event.defaultPrevented || event.repeat || event.isComposing || help.open) return;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Escape") return closePanel();
        if (event.target.closest(WRITES)) return;
        if (event.shiftKey && event.key !== "?") return;
        const digit = find("desk-reject")?.open && desk.querySelector(`[data-digit="${CSS.escape(event.key)}"]`);
        const act = digit ? () => digit.click() : KEYS[event.key];
        // Pages without a claim have the keys that make sense there.
        if (!act || (!actions && !["u", "?"].includes(event.key))) return;
        event.preventDefault();
        act();
    });
    find("desk-help-button").addEventListener("click", () => help.showModal());

    /* Nothing is sent twice, and nothing that was typed is left behind unasked. */
    let isSent = false;
    let isTyped = false;
    desk.addEventListener("input", (event) => { if (event.target.closest("form[method=post]")) isTyped = true; });
    desk.addEventListener("submit", (event) => {
        if (event.target.method === "dialog") return;
        if (isSent) event.preventDefault();
        isSent = true;
    });
    addEventListener("beforeunload", (event) => { if (isTyped && !isSent) event.preventDefault(); });
    addEventListener("pageshow", () => { isSent = false; });

    /* The lease is renewed while somebody works. */
    const lease = find("desk-lease");
    let renewed = Date.now();
    const renew = async () => {
        if (!lease || "idle" in lease.dataset || Date.now() - renewed < RENEWED_EVERY) return;
        renewed = Date.now();
        const token = desk.querySelector("[name=csrfmiddlewaretoken]").value;
        const answer = await fetch(lease.dataset.hold, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
        const { told } = answer?.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
        if (told === undefined || told === lease.textContent) return;
        lease.textContent = told;
        if (told) announce(told);
    };
    ["keydown", "pointerdown", "input", "scroll"].forEach((kind) => addEventListener(kind, renew, { capture: true, passive: true }));

    settle();
    desk.dataset.ready = ""; // the keys work from here on
})();
