// What the scripts of the search share: one object, `gongshi`, on the window. For the compiler only.

/** A code and its label. */
type Word = [string, string];

/** Files by part, and what else the index tells of a shard. */
interface ShardEntry {
  rows: number;
  files: Record<string, string>;
  townships: string[];
}

interface Hint {
  letters?: string;
  size: number;
  bits: string[];
  alone?: string[];
  edges?: Hint;
  set?: Float64Array;
  sole?: Float64Array;
}

interface Index {
  rows: number;
  words: Record<string, Word[]>;
  norms: Record<string, string[]>;
  shards: ShardEntry[];
  hints: Record<string, Hint>;
  phrases?: Record<string, string>;
  pairs?: string;
  names?: string;
  edges?: Hint;
  wide?: Array<Pick<ShardEntry, "rows" | "files">>;
  told?: Array<Pick<ShardEntry, "rows" | "files">>;
  entries?: string[];
  guides: string;
  texts: string;
  sounds: string;
  suggestions: string;
}

/**
 * Shards by number, operators whose rows are taken from where they stand together, shards that need no texts,
 * and the name whose rows are taken by own names here, by texts there.
 */
interface Where {
  numbers: number[];
  apart: Set<string>;
  thin: Set<number>;
  name: string;
}

/** The shards of a name: by own names, where rows stand together, and the rest that has such rows. */
type Entry = [number[], number[], number[]];

/** Directories of the shards, and the operators that stand together, one a line. */
interface Names {
  homes: string[];
  wide: string[];
}

/** A column of texts. */
interface Texts {
  w: string;
  i: string;
  n: string[];
}

interface Money {
  unit: number;
  i: string[];
}

interface Codes {
  code: string;
  heads: string[];
  head: string;
  bodies: string;
  odd: string;
}

interface Figures {
  runs: string;
  many: string;
  rows: string;
}

interface Core {
  rows: number;
  ids: Texts & { prefix: string; width: number; serial?: string[] };
  names: Texts;
  first: number;
  years: string[];
  places: string;
  place: string;
  operators: string;
  kinds: string[];
  operator: string;
  mechanisms: SetColumn;
  funds: SetColumn;
  conditions: SetColumn;
  stages: string[];
  industries: string[];
  warnings: string[];
}

/** A place as a shard knows it; its code has nine digits for a township and twelve for a village. */
interface Place {
  code: string;
  township: string;
  village: string;
}

/** A row as it is shown. Amounts in yuan. */
interface Row {
  id: string;
  name: string;
  year: number;
  place: Place;
  operator: string;
  kind: Word | null;
  stage: Word;
  industry: Word;
  mechanisms: Word[];
  funds: Word[];
  conditions: Word[];
  amount: number;
  warnings: number;
  code: string;
  scope: string;
  documents: string[];
  agreements: string[];
  households: number;
  income: number;
  distributed: number;
}

/** One text of all rows, and where each row, and its second field, begins. */
interface Hay {
  text: string;
  starts: Uint32Array;
  seconds: Uint32Array;
}

/** Sets of words as planes of six words each, and which set each row has. */
interface SetColumn {
  sets: string[];
  i: string;
}

interface FacetColumn {
  keys: Array<string | number>;
  of: Uint32Array;
}

/** Households, and amounts in fen. */
interface Sums {
  households: Float64Array;
  income: Float64Array;
  distributed: Float64Array;
  amounts: Float64Array;
}

interface Shard {
  n: number;
  index: Index;
  year: Float64Array;
  stage: Float64Array;
  industry: Float64Array;
  warnings: Float64Array;
  amount: Float64Array;
  mechanism: Uint32Array;
  fund: Uint32Array;
  condition: Uint32Array;
  place: Uint32Array;
  places: Place[];
  operator: Uint32Array;
  operators: string[];
  kinds: Float64Array;
  sums?: Sums;
  /** What was distributed in all, in 百元. */
  distributed: Float64Array;
  has: Record<string, boolean>;
  facets: Record<string, FacetColumn>;
  add(name: string, part: any, shared?: string[]): void;
  match(word: string): Uint8Array;
  own(name: string): Uint8Array;
  named(name: string): string[];
  row(at: number, asked?: string[]): Row;
}

type Chosen = Record<string, string[]>;

interface Asked {
  text: string;
  chosen: Chosen;
  sort: string;
  page: number;
  more: Record<string, string>;
}

interface Query {
  words: string[];
  chosen: Chosen;
  sort: string;
  sums?: boolean;
  all?: boolean;
}

interface Answer {
  /** So many rows a shard may have. */
  size: number;
  total: number;
  sounding: number;
  keys: number[];
  sorted: Float64Array | null;
  counts: Record<string, Record<string, number>>;
}

interface Register {
  index: Index;
  shards: Array<Shard | null>;
  answer(query: Query, told: (answer: Answer, done: number, of: number) => boolean | Promise<boolean>): Promise<Answer | null>;
  worth(answer: Answer, from: number, to: number, sort: string): Promise<void>;
  rows(answer: Answer, from: number, to: number, words?: string[]): Row[];
  nearest(text: string, many: number): string[];
}

/** Address, title, description, headings. */
type Guide = [string, string, string, string];

interface Section {
  section: string;
  pages: Guide[];
}

/** The text under each heading of a page: anchor, heading, text. */
type Passages = Record<string, Array<[string, string, string]>>;

interface Hit {
  page: Guide;
  strong: number;
  passage?: [string, string, string];
}

interface Hits {
  section: string;
  pages: Hit[];
}

/** Name, address, number of projects. */
type Offer = [string, string, number?];

interface Field {
  name: string;
  label: string;
  text: (row: Row) => string;
  number?: (row: Row) => number;
  shown?: boolean;
  sum?: boolean;
}

type Child = Node | string | null;

interface Gongshi {
  root: string;
  FACETS: string[];
  take(name: string, content: any): void;
  load(file: string): Promise<any>;
  index(): Promise<Index>;
  pause(): Promise<void>;

  norm(text: string): string;
  words(query: string): string[];
  spots(text: string, words: string[]): Array<[number, number]>;

  columns: {
    numbers(planes: string[]): Float64Array;
    recent(text: string): Uint32Array;
    masks(column: SetColumn, order: number[]): Uint32Array;
    money(column: Money): Float64Array;
    texts(column: Texts, order: ArrayLike<number>, own: (row: number, mark: number) => string, shared?: string[]): string[];
    kinds(column: Texts, shared?: string[]): number[];
    ordered(column: ArrayLike<number | string>): number[];
    codes(column: Codes, operator: ArrayLike<number>): { codes: string[]; code: Uint32Array };
    figures(column: Figures, order: ArrayLike<number>): Array<[string, number[]]>;
  };

  hints: {
    maybe(hint: Hint, word: string): boolean;
    rarePairs(content: { common: string; pairs: string; i: string[]; sets: number[][] }): Map<string, number[] | null>;
    fold(codes: number[], size: number): number;
    entry(content: { names: string; i: string[]; sets: Entry[] }, name: string): Entry | null;
  };

  counting: {
    Answer: new (several?: boolean) => Answer;
    take(answer: Answer, shard: Shard, number: number, query: Query, counted: ((at: number) => boolean) | null): void;
    ROOM: number;
  };

  maybeSound(word: string): boolean;
  hear(content: { characters: string }): void;
  heard(name: string, word: string): [number, number] | null;
  sound(word: string): ((name: string) => boolean) | null;

  Shard: new (core: Core, index: Index, shared?: string[]) => Shard;
  Register: new (index: Index) => Register;

  make(tag: string, properties?: Record<string, any>, children?: Child[]): HTMLElement;
  fill(element: Element, children: Child[]): void;
  marked(text: string, words: string[], heard?: boolean): Array<Node | string>;
  projectAddress(id: string): string;
  villageAddress(code: string): string;
  count(number: number): string;
  rough(yuan: number): string;
  households(number: number): string;

  asked(own?: string[]): Asked;
  asking(asked: Asked): string;
  keep(asked: Asked, step: boolean): void;

  facets(place: HTMLElement, register: Register, answer: Answer, asked: Asked, open: Record<string, boolean>): void;
  chosen(place: HTMLElement, register: Register, asked: Asked, drop: (facet: string, value: string) => void, clear: () => void): void;
  ticked(place: HTMLElement): Chosen;

  project(row: Row, words: string[], sort: string): HTMLElement;
  guides(guides: Section[], words: string[], passages?: Passages): Hits[];
  guideList(found: Hits[], words: string[]): HTMLElement[];

  fields: Field[];
  csv(table: string[][]): string;
  total(rows: Row[], field: Field): number;
  totalText(rows: Row[], field: Field): string;
  sorted(rows: Row[], field: Field, down: boolean): Row[];
}

interface Window {
  gongshi: Gongshi;
}
