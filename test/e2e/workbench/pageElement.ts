// The little of the DOM that the helpers read inside the page. The project's own code runs in Node, so its
// compiler knows no DOM types.

export interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly top: number };
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
