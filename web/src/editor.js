// The editor of queries: CodeMirror 6 in place of the text area, which stays behind it and is what is sent.
//
// It stands in a shadow root. There CodeMirror puts its styles into sheets made by script, which a strict
// Content-Security-Policy allows; into a page it would write <style>, which one does not.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completions } from "./completions.js";

const area = document.getElementById("query");
const form = area?.form;

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--kind-programme)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--kind-declaration)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--kind-institution)" },
  { tag: [tags.atom, tags.link, tags.url], color: "var(--accent)" },
  { tag: tags.number, color: "var(--kind-publication)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.meta, tags.typeName], color: "var(--kind-event)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "14.4px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "15rem", maxHeight: "60vh" },
  ".cm-content": { caretColor: "var(--ink)", padding: "10px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--soft)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 6%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-tooltip": { backgroundColor: "var(--raised)", border: "1px solid var(--strong-line)", borderRadius: "6px" },
  ".cm-tooltip-autocomplete > ul > li": { fontFamily: "var(--mono)", lineHeight: "1.7" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", opacity: 0.85 },
  ".cm-completionInfo": { maxWidth: "22rem", padding: ".4rem .7rem", fontFamily: "var(--sans)", lineHeight: "1.5" },
  ".cm-diagnostic": { fontFamily: "var(--sans)" },
  ".cm-lintRange-error": {
    backgroundImage: "none", textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "3px",
  },
});

/** Types over a selection. Left to itself Chromium keeps the look of what it replaces in a style attribute, which the policy
 * refuses with an error in the console. */
function typeOver(event, view) {
  const { from, to, empty } = view.state.selection.main;
  if (event.inputType !== "insertText" || event.isComposing || empty || !event.data) return false;
  event.preventDefault();
  const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type" });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handle) => handle(view, from, to, event.data, insert))) view.dispatch(insert());
  return true;
}

function put() {
  const host = document.createElement("div");
  host.className = "editor";
  area.before(host);
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
        highlightActiveLine(), highlightSelectionMatches(), lintGutter(), EditorView.lineWrapping,
        StreamLanguage.define(sparql), syntaxHighlighting(colours), look,
        autocompletion({ override: completions(area.dataset), icons: false }),
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (form.requestSubmit(), true) }])),
        // Tab moves on for who works with the keyboard alone, after Escape: CodeMirror's own way out.
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": form.querySelector("label").textContent, spellcheck: "false" }),
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) area.value = update.state.doc.toString();
        }),
      ],
    }),
  });
  area.hidden = true;
  form.querySelector("label").addEventListener("click", () => view.focus());
  mark(view, area.dataset.line ? { line: +area.dataset.line, column: +area.dataset.column, message: area.dataset.message } : null);
  document.addEventListener("answered", (event) => mark(view, event.detail));
  const hint = form.querySelector("[data-hint]");
  hint.textContent = `${hint.dataset.keys} ${hint.textContent}`;
}

/** Underlines where the parser gave up. */
function mark(view, fault) {
  const found = [];
  if (fault && fault.line <= view.state.doc.lines) {
    const line = view.state.doc.line(fault.line);
    const from = Math.min(line.from + fault.column - 1, line.to);
    const word = /^[\w?$:]+/.exec(line.text.slice(from - line.from));
    const to = Math.min(Math.max(from + (word ? word[0].length : 1), from), view.state.doc.length);
    found.push({ from: Math.min(from, to), to, severity: "error", message: fault.message });
  }
  view.dispatch(setDiagnostics(view.state, found));
}

if (area) put();
