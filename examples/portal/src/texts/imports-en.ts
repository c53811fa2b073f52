import type { Texts } from './vi.ts';

/** Every sentence about spreadsheets that come in, in English. */
export const importsEn: Texts['imports'] = {
  title: 'Import a spreadsheet',
  hint: 'The file is read as a dry run first: look at each row, mend it if need be, then apply it. It can be undone afterwards.',
  whatIsInIt: 'What is in the file',
  dropHere: 'Drag a file here, or',
  chooseFile: 'Choose a file…',
  formats: (megabytes) => `Excel (XLSX, XLS) or CSV, at most ${megabytes} MB.`,
  oneFile: 'Choose one file at a time.',
  tooLarge: (size) => `The file has ${size}, which is too much. Split it.`,
  sending: 'Sending',

  earlier: 'Earlier files',
  noneEarlier: 'No file yet.',
  inShort: (rows, faulty) => `${rows} rows, ${faulty} of them faulty`,

  back: 'Back to the files',
  file: 'File',
  waits: 'Waiting for its turn',
  phases: {
    READING: 'Reading',
    JUDGING: 'Comparing with the register',
    WRITING: 'Writing',
    UNDOING: 'Undoing',
  },
  oneStep: 'One step for all rows.',
  mayLeave: 'You may leave this page, the work goes on.',
  aboutFile: 'About the file',
  moreIssues: (count) => `${count} more`,
  error: 'Error',
  warning: 'Note',
  noRows: 'No row of data was found in the file.',

  rowsInNumbers: 'Rows by what they would do; press to filter',
  tiles: { ALL: 'all rows', FAULTY: 'faulty', NEW: 'new', CHANGED: 'changed', UNCHANGED: 'unchanged' },
  withWarnings: (count) => `${count} rows have something to note.`,

  columns: 'Columns of the file',
  columnsKnown: (known, all) => `${known} of ${all} recognised`,
  columnsHint:
    'Choose again where a column was misunderstood, then read anew. It is remembered for later files.',
  column: 'Column',
  heading: 'Heading in the file',
  example: 'Example',
  meaning: 'Taken as',
  meaningOf: (header) => `The column “${header}” is taken as`,
  leftOut: '– left out –',
  readAnew: 'Read the file anew like this',

  rowsTitle: (which) => `Row by row: ${which}`,
  row: 'Row',
  outcome: 'Result',
  noneSuch: 'There is no such row.',
  shown: (from, to, all) => `${from} to ${to} of ${all}`,
  before: 'Previous page',
  after: 'Next page',
  wasBefore: 'before',
  willBe: 'will be',
  nothing: '(empty)',

  apply: 'Apply to the register',
  undo: 'Undo',
  discard: 'Discard this file',
  takeAnnotated: 'Download with the faults marked',
  skipFaulty: (count) => `Leave out the ${count} faulty rows and write the others`,
  nothingYet: 'This is a dry run: nothing has changed.',
  mendFirst: 'Nothing has changed. Mend the file and import it again, or leave out the faulty rows.',
  onlyFaulty: 'No row is left to write. Mend the file and import it again.',
  nothingToWrite: 'This file changes nothing: the register has every row.',
  questions: {
    APPLY: 'Apply this file to the register?',
    UNDO: 'Undo this import?',
    DISCARD: 'Discard this file?',
  },
  willWrite: (added, changed, faulty) =>
    `${added} rows are new, ${changed} change something, ${faulty} faulty ones are left out. If anything fails, none is written.`,
  consequences: {
    UNDO: 'The register becomes what it was. If somebody has changed these entries since, you are told and nothing happens.',
    DISCARD: 'The file and its dry run are deleted. The register stays as it is.',
  },
  doIt: { APPLY: 'Apply', UNDO: 'Undo', DISCARD: 'Discard' },
  asked: {
    APPLY: (name) => `“${name}” is being applied.`,
    UNDO: (name) => `“${name}” is being undone.`,
    DISCARD: (name) => `“${name}” is discarded.`,
  },
};
