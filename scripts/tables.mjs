/** Tables of the pages under docs/, read as data: what a page promises is held against what is so. */

/** @typedef {Readonly<Record<string, string>>} Row cell by the column's name */
/** @typedef {{ heading: string, columns: readonly string[], rows: readonly Row[] }} Table */

/**
 * Reads every table of a page, with the heading that it stands under.
 *
 * @param {string} page Markdown
 * @returns {readonly Table[]} throws an Error that quotes a row with too few or too many cells
 */
export function readTables(page) {
  const tables = []
  let heading = ''
  /** @type {{ heading: string, columns: string[], rows: Row[] } | undefined} */
  let open
  for (const line of page.split('\n')) {
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading
    if (!line.startsWith('|')) {
      open = undefined
      continue
    }
    const cells = cellsOf(line)
    if (open === undefined) {
      open = { heading, columns: cells, rows: [] }
      tables.push(open)
      continue
    }
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue
    const { columns } = open
    if (cells.length !== columns.length) {
      throw new Error(`Under "${heading}" a row has ${cells.length} cells: ${line}`)
    }
    open.rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
  }
  return tables
}

/**
 * The one table under a heading.
 *
 * @param {string} page Markdown
 * @param {string} heading
 * @returns {Table} throws where there is none
 */
export function tableUnder(page, heading) {
  const found = readTables(page).find((table) => table.heading === heading)
  if (found === undefined) throw new Error(`There is no table under "${heading}".`)
  return found
}

/**
 * What stands between backticks in a cell.
 *
 * @param {string | undefined} cell
 * @returns {readonly string[]}
 */
export function namesIn(cell) {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}

/** @param {string} line */
function cellsOf(line) {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}
