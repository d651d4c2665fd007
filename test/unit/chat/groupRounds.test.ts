import assert from 'node:assert/strict';
import { type GroupMemory, GroupRounds } from '../../../src/chat/groupRounds.ts';
import { isFullRun, Random } from '../random.ts';

/** The connection that calls without a group are about. */
const OWN = 'own';

interface Listing {
  readonly by: 'bare' | `group ${number}`;
  readonly connection: string;
}

/**
 * The editor's side: rounds of one vendor go one after another, each a call without a group, then one for each
 * group there is. A change that someone makes, and the provider's own event, put a round at the queue's end.
 */
class Editor {
  /** What each round listed, as far as it has come. */
  readonly rounds: Listing[][] = [];
  readonly memory: GroupMemory;
  /** The rounds that were asked for by something other than the provider's own checking. */
  asked = 0;
  #groups: readonly string[] = [];
  #waiting = 0;
  #calls: Iterator<void> | undefined;
  readonly #provider: GroupRounds;

  constructor(groups: readonly string[] = [], memory: GroupMemory = { hasGroups: false }) {
    this.memory = memory;
    this.#groups = groups;
    this.#provider = new GroupRounds(() => this.#waiting++, memory);
  }

  /** Someone opens the picker, sends a message, or models changed. */
  ask(): void {
    this.asked++;
    this.#waiting++;
  }

  /** Groups are named by the connection that they lead to. */
  setGroups(...groups: string[]): void {
    this.#groups = groups;
    this.ask();
  }

  /** Makes the next call to the provider; false when nothing is left to do. */
  step(): boolean {
    if (!this.#calls) {
      if (this.#waiting === 0) return false;
      this.#waiting--;
      this.#calls = this.#round();
    }
    if (this.#calls.next().done) this.#calls = undefined;
    return true;
  }

  settle(): Listing[] {
    for (let calls = 0; this.step(); calls++) assert.ok(calls < 1_000, 'rounds without end');
    return this.rounds.at(-1) ?? [];
  }

  *#round(): Generator<void> {
    const listings: Listing[] = [];
    this.rounds.push(listings);
    if (this.#provider.shouldList('bare', OWN)) listings.push({ by: 'bare', connection: OWN });
    yield;
    for (const [index, connection] of this.#groups.entries()) {
      if (this.#provider.shouldList('group', connection)) listings.push({ by: `group ${index}`, connection });
      yield;
    }
  }
}

const bare: Listing = { by: 'bare', connection: OWN };
const byGroup = (index: number, connection: string): Listing => ({ by: `group ${index}`, connection });

/** What is to be listed in the end: by the groups where there are some, each connection once. */
function wanted(groups: readonly string[]): Listing[] {
  if (groups.length === 0) return [bare];
  return groups.flatMap((connection, index) =>
    groups.indexOf(connection) === index ? [byGroup(index, connection)] : [],
  );
}

function assertNeverTwice({ rounds }: Editor): void {
  for (const listings of rounds) {
    const connections = listings.map(({ connection }) => connection);
    assert.equal(new Set(connections).size, connections.length, JSON.stringify(rounds));
  }
}

function assertBounded({ rounds, asked }: Editor): void {
  assert.ok(rounds.length <= 2 * asked, `${rounds.length} rounds for ${asked} asked`);
}

describe('group rounds', () => {
  const cases: [name: string, groups: string[], expected: Listing[]][] = [
    ['no group', [], [bare]],
    ['one group of the same connection', [OWN], [byGroup(0, OWN)]],
    ['one group of another connection', ['a'], [byGroup(0, 'a')]],
    ['two groups of one connection', ['a', 'a'], [byGroup(0, 'a')]],
    ['two groups of two connections', ['a', OWN], [byGroup(0, 'a'), byGroup(1, OWN)]],
  ];
  for (const [name, groups, expected] of cases) {
    describe(name, () => {
      it('at the first start, nothing remembered', () => {
        const editor = new Editor(groups);
        editor.ask();
        assert.deepEqual(editor.settle(), expected);
        assertNeverTwice(editor);
        assertBounded(editor);
      });

      it('asked again and again', () => {
        const editor = new Editor(groups);
        for (let times = 0; times < 5; times++) {
          editor.ask();
          assert.deepEqual(editor.settle(), expected);
        }
        // After the first time every single round is right.
        for (const listings of editor.rounds.slice(2)) assert.deepEqual(listings, expected);
        assertBounded(editor);
      });

      it('after a reload, right from the first round', () => {
        const before = new Editor(groups);
        before.ask();
        before.settle();
        const editor = new Editor(groups, before.memory);
        editor.ask();
        assert.deepEqual(editor.settle(), expected);
        for (const listings of editor.rounds) assert.deepEqual(listings, expected);
      });

      for (const [other, otherGroups, otherExpected] of cases) {
        it(`then ${other}`, () => {
          const editor = new Editor(groups);
          editor.ask();
          editor.settle();
          editor.setGroups(...otherGroups);
          assert.deepEqual(editor.settle(), otherExpected);
          assertNeverTwice(editor);
          assertBounded(editor);
        });

        it(`then ${other}, changed while the extension was not running`, () => {
          const before = new Editor(groups);
          before.ask();
          before.settle();
          const editor = new Editor(otherGroups, before.memory);
          editor.ask();
          assert.deepEqual(editor.settle(), otherExpected);
          assertNeverTwice(editor);
          assertBounded(editor);
        });
      }
    });
  }

  it('start nothing as long as nobody asks', () => {
    assert.deepEqual(new Editor(['a']).settle(), []);
  });

  it('settle for whatever is changed at whatever moment', function () {
    this.timeout(120_000);
    const possible = [[], [OWN], ['a'], ['a', 'a'], ['a', 'b'], [OWN, 'a']];
    for (let seed = 1; seed <= (isFullRun ? 5_000 : 500); seed++) {
      const random = new Random(seed);
      const editor = new Editor(random.pick(possible), { hasGroups: random.chance() });
      editor.ask();
      let groups: string[] | undefined;
      for (let moments = random.below(40); moments > 0; moments--) {
        const what = random.below(5);
        if (what === 0) editor.setGroups(...(groups = random.pick(possible)));
        else if (what === 1) editor.ask();
        else editor.step();
      }
      if (!groups) editor.setGroups(...(groups = random.pick(possible)));
      assert.deepEqual(editor.settle(), wanted(groups), `seed ${seed}`);
      assertNeverTwice(editor);
      assertBounded(editor);
    }
  });
});
