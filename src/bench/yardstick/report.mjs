// What a run found, as JSON to go on with, as a table in Markdown, and as a picture.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { run } from './machine.mjs'
import { picture } from './picture.mjs'
import { questions } from './questions.mjs'
import { limits, titles } from './servers.mjs'

export const medians = (slices) =>
  Object.fromEntries(Object.keys(slices[0]).map((figure) => {
    const values = slices.map((slice) => slice[figure])
    if (values[0] === null) return [figure, null]
    return [figure, figure === 'errors' ? values.reduce((sum, value) => sum + value) : median(values)]
  }))

function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.trunc(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const isPeer = (name) => !name.startsWith('wangge') && !(name in limits)

// The best peer of a question: the one that answers most.
export function bestPeer(found) {
  const peers = Object.keys(found).filter(isPeer)
  return peers.toSorted((one, other) => found[other].rate - found[one].rate)[0]
}

// Questions of an earlier run of this name stay unless they were asked again.
export function report({ results, plan, folder, name, java, javaOptions, root }) {
  const date = new Date().toISOString().slice(0, 10)
  const base = `${folder}/${name ?? date}`
  mkdirSync(folder, { recursive: true })
  const earlier = existsSync(`${base}.json`) ? JSON.parse(readFileSync(`${base}.json`, 'utf8')).results : {}
  const all = { ...earlier, ...results }
  const ordered = Object.fromEntries(Object.keys(questions).filter((q) => q in all).map((q) => [q, all[q]]))
  const used = { machine: machine(), versions: versions(java, root), javaOptions: javaOptions.join(' ') }
  const setting = { date, ...used, ...plan }
  writeFileSync(`${base}.json`, JSON.stringify({ setting, results: ordered }, null, 1) + '\n')
  writeFileSync(`${base}.svg`, picture(ordered))
  const text = markdown(setting, ordered, base.split('/').at(-1))
  writeFileSync(`${base}.md`, text)
  console.log(text)
}

function markdown(setting, results, name) {
  return [
    `# ${name}`,
    '',
    `${setting.machine}. ${setting.versions}. Java with \`${setting.javaOptions}\`.`,
    '32 connections; load generator, server and PostgreSQL on the same cores; medians of ' +
      `${setting.rounds} rounds of ${setting.seconds} s, each warm: up to ${setting.warmUp} s for each question.`,
    'CPU is what the server and PostgreSQL use for one request; `×` are ratios to the best peer of the question.',
    '',
    `![requests a second](${name}.svg)`,
    '',
    ...Object.entries(results).flatMap(([question, found]) => [
      `## ${question}: ${questions[question]}`,
      '',
      '| | requests/s | × | p50 ms | p99 ms | × | errors | server µs | PostgreSQL µs | both × | memory MiB |',
      '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
      ...Object.entries(found).map(([server, figures]) => row(server, figures, found[bestPeer(found)])),
      '',
    ]),
  ].join('\n')
}

function row(server, figures, peer) {
  const ratio = (value, of) => (peer && value !== null ? (value / of).toFixed(2) : '')
  const shown = (value, digits = 0) => (value === null || value === undefined ? '' : value.toFixed(digits))
  const both = ({ serverMicros, postgresMicros }) => (serverMicros === null ? null : serverMicros + postgresMicros)
  return `| ${[
    figures === peer ? `**${titles[server]}**` : titles[server],
    shown(figures.rate),
    ratio(figures.rate, peer?.rate),
    shown(figures.p50, 1),
    shown(figures.p99, 1),
    ratio(figures.p99, peer?.p99),
    shown(figures.errors),
    shown(figures.serverMicros),
    shown(figures.postgresMicros),
    ratio(both(figures), peer && both(peer)),
    shown(figures.memory),
  ].join(' | ')} |`
}

function machine() {
  const cores = cpus()
  return `${cores.length} × ${cores[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`
}

function versions(java, root) {
  const { packages } = JSON.parse(readFileSync(`${root}/src/bench/peers/node/package-lock.json`, 'utf8'))
  const of = (name) => packages[`node_modules/${name}`].version
  const jdk = /version "([^"]+)"/.exec(run(['sh', '-c', `"${java}" -version 2>&1`]))[1]
  const pom = readFileSync(`${root}/pom.xml`, 'utf8')
  const boot = /spring-boot-starter-parent<\/artifactId>\s*<version>([^<]+)/.exec(pom)[1]
  const postgres = /binaries.version>([^<]+)/.exec(pom)[1]
  return `JDK ${jdk}, Spring Boot ${boot}, PostgreSQL ${postgres}, Node ${process.versions.node}, ` +
    `Mercurius ${of('mercurius')}, PostGraphile ${of('postgraphile')}, Apollo Server ${of('@apollo/server')}`
}

export const costLine = ({ rate, serverMicros, postgresMicros }) =>
  `${Math.round(rate)}/s, ${Math.round(serverMicros)} + ${Math.round(postgresMicros)} µs`

// What pages cost by the number of subdistricts, and how the largest compares with the smallest.
export function growthTable({ found, folder, name, seconds, rounds }) {
  const sizes = Object.keys(found)
  const [least, most] = [found[sizes[0]], found[sizes.at(-1)]]
  const both = (figures) => figures.serverMicros + figures.postgresMicros
  const date = new Date().toISOString().slice(0, 10)
  const text = [
    `# ${name ?? `${date}-growth`}`,
    '',
    `${machine()}. Requests a second, and CPU of Wangge and of PostgreSQL for each;`,
    `medians of ${rounds} rounds of ${seconds} s.`,
    '',
    `| subdistricts | ${sizes.join(' | ')} | CPU × |`,
    `|---|${sizes.map(() => '--:|').join('')}--:|`,
    ...Object.keys(least).map((title) => {
      const ratio = (both(most[title]) / both(least[title])).toFixed(2)
      return `| ${[title, ...sizes.map((size) => costLine(found[size][title])), ratio].join(' | ')} |`
    }),
    '',
  ].join('\n')
  writeFileSync(`${folder}/${name ?? `${date}-growth`}.md`, text)
  console.log(text)
}
