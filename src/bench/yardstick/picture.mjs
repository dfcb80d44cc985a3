// Bars of requests a second, one group for each question; the best peer of a question is one long.
import { bestPeer } from './report.mjs'
import { questions } from './questions.mjs'
import { limits, titles } from './servers.mjs'

const WIDTH = 860
const LEFT = 270
const ONE = 240
const LINE = 20
const HEAD = 34

const colour = (name) => (name.startsWith('wangge') ? '#c0392b' : name in limits ? '#c8ccd0' : '#5b7a99')

export function picture(results) {
  const drawn = []
  let y = 10
  for (const [question, found] of Object.entries(results)) {
    drawn.push(`<text x="10" y="${y + 16}" font-weight="bold">${question}: ${questions[question]}</text>`)
    y += HEAD - 8
    for (const [name, figures] of Object.entries(found)) {
      drawn.push(bar(y, name, figures.rate, found[bestPeer(found)]?.rate ?? figures.rate))
      y += LINE
    }
    y += 14
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${y}" fill="#fff"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

// What does not fit ends at the edge, with an arrow.
function bar(y, name, rate, best) {
  const room = WIDTH - LEFT - 130
  const wanted = (rate / best) * ONE
  const length = Math.max(1, Math.min(wanted, room))
  const figure = `${Math.round(rate).toLocaleString('en')}/s · ${(rate / best).toFixed(2)}×${wanted > room ? ' →' : ''}`
  return `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${titles[name]}</text>` +
    `<rect x="${LEFT}" y="${y + 2}" width="${length.toFixed(1)}" height="${LINE - 5}" fill="${colour(name)}"/>` +
    `<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + 14}" fill="#333">${figure}</text>`
}
