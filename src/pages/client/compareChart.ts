/** The chart of the Compare Models page: price against context window, a dot for each model that has a price. */
import { logScale, positionOf, type Scale, ticksOf } from '../chartScale.ts';
import type { CompareRow } from '../compareMessages.ts';
import { byId, element, setText, svgElement } from './dom.ts';

export interface ChartEvents {
  readonly choose: (key: string) => void;
  readonly point: (key: string | undefined) => void;
  /** Which price is shown. */
  readonly priceField: HTMLElement & { value: string };
}

const HEIGHT = 260;
const MARGIN = { left: 56, right: 20, top: 12, bottom: 30 };
/** Of the theme; providers that come later share the last, which is none. */
const COLOURS = 6;

export class CompareChart {
  readonly #plot = byId('plot', HTMLElement);
  readonly #legend = byId('legend', HTMLElement);
  readonly #pointed = byId('pointed', HTMLElement);
  readonly #events: ChartEvents;
  readonly #dots = new Map<string, SVGElement>();
  #rows: readonly CompareRow[] = [];
  #chosen: string | undefined;

  constructor(events: ChartEvents) {
    this.#events = events;
    events.priceField.addEventListener('change', () => this.show(this.#rows));
    new ResizeObserver(() => this.show(this.#rows)).observe(this.#plot);
  }

  show(rows: readonly CompareRow[]): void {
    this.#rows = rows;
    const priced = rows.filter(row => priceOf(row, this.#price) !== undefined);
    const width = Math.max(320, this.#plot.clientWidth);
    const x = logScale(
      priced.map(row => row.contextWindow),
      [MARGIN.left, width - MARGIN.right],
    );
    const y = logScale(
      priced.map(row => priceOf(row, this.#price) ?? 1),
      [HEIGHT - MARGIN.bottom, MARGIN.top],
    );
    const svg = svgElement('svg', { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'list' });
    svg.append(...axes(x, y, width), ...this.#dotsOf(priced, x, y));
    this.#plot.replaceChildren(svg);
    this.choose(this.#chosen);
  }

  choose(key: string | undefined): void {
    this.#chosen = key;
    for (const [its, dot] of this.#dots) dot.classList.toggle('chosen', its === key);
  }

  point(key: string | undefined): void {
    for (const [its, dot] of this.#dots) dot.classList.toggle('pointed', its === key);
    const row = this.#rows.find(each => each.key === key);
    setText(this.#pointed, row ? this.#words(row) : '');
  }

  get #price(): 'input' | 'output' {
    return this.#events.priceField.value === 'output' ? 'output' : 'input';
  }

  #dotsOf(rows: readonly CompareRow[], x: Scale, y: Scale): SVGElement[] {
    const providers = [...Map.groupBy(rows, row => row.provider)]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([name]) => name);
    const colourOf = (provider: string) => Math.min(providers.indexOf(provider), COLOURS - 1);
    this.#showLegend(providers);
    this.#dots.clear();
    return rows.map(row => {
      const [cx, cy] = [positionOf(row.contextWindow, x), positionOf(priceOf(row, this.#price) ?? 1, y)];
      const dot = svgElement('circle', {
        cx,
        cy,
        r: 5,
        class: `dot colour-${colourOf(row.provider)}`,
        tabindex: 0,
        role: 'listitem',
        'aria-label': this.#words(row),
      });
      const { choose, point } = this.#events;
      dot.addEventListener('click', () => choose(row.key));
      dot.addEventListener('keydown', ({ key }) => key === 'Enter' && choose(row.key));
      dot.addEventListener('mouseenter', () => point(row.key));
      dot.addEventListener('focus', () => point(row.key));
      dot.addEventListener('mouseleave', () => point(undefined));
      dot.addEventListener('blur', () => point(undefined));
      this.#dots.set(row.key, dot);
      return dot;
    });
  }

  #showLegend(providers: readonly string[]): void {
    const named = providers.slice(0, COLOURS - 1);
    const others = providers.slice(COLOURS - 1);
    const last = others.length > 1 ? [`${others[0] ?? ''}, ${others[1] ?? ''} …`] : others;
    const items = [...named, ...last].map((name, index) => {
      const item = element('li', '', name);
      item.prepend(element('span', `key colour-${index}`));
      return item;
    });
    this.#legend.replaceChildren(...items);
  }

  #words(row: CompareRow): string {
    const price = priceOf(row, this.#price);
    const parts = [row.name, shortTokens(row.contextWindow), price === undefined ? '' : dollars(price)];
    return parts.filter(Boolean).join(' · ');
  }
}

function axes(x: Scale, y: Scale, width: number): SVGElement[] {
  const [bottom, right] = [HEIGHT - MARGIN.bottom, width - MARGIN.right];
  return [
    ...ticksOf(y).flatMap(tick => {
      const at = positionOf(tick, y);
      return [
        svgElement('line', { x1: MARGIN.left, x2: right, y1: at, y2: at, class: 'grid' }),
        label(dollars(tick), MARGIN.left - 8, at + 4, 'end'),
      ];
    }),
    ...ticksOf(x).flatMap(tick => {
      const at = positionOf(tick, x);
      return [
        svgElement('line', { x1: at, x2: at, y1: MARGIN.top, y2: bottom, class: 'grid' }),
        label(shortTokens(tick), at, HEIGHT - 8, 'middle'),
      ];
    }),
  ];
}

function label(text: string, x: number, y: number, anchor: 'end' | 'middle'): SVGElement {
  const made = svgElement('text', { x, y, class: 'label', 'text-anchor': anchor });
  made.textContent = text;
  return made;
}

/** Undefined where there is none: models that cost nothing have no place on this scale. */
function priceOf(row: CompareRow, price: 'input' | 'output'): number | undefined {
  return row[price] || undefined;
}

function dollars(amount: number): string {
  return `$${String(Number(amount.toPrecision(3)))}`;
}

function shortTokens(tokens: number): string {
  return tokens >= 1_000_000
    ? `${String(Math.round(tokens / 100_000) / 10)}M`
    : `${Math.round(tokens / 1_000)}K`;
}
