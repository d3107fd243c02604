// node bench/risk-graph.ts: up to which size a risk graph is analysed, with every single cut, within 200 ms; the middle and the slowest
// of 20 random graphs of each size, links twice and three times as many as nodes, from two beginnings.
import { analyse } from '../src/statistics/graph/first-cut.ts'
import { mrg32k3a } from '../src/statistics/simulator/mrg32k3a.ts'

const GRAPHS = 20

for (const perNode of [1.5, 2, 3])
  for (const nodes of [8, 12, 16, 20, 26, 40, 80, 160]) {
    const times: number[] = []
    let exact = 0
    for (let seed = 1; seed <= GRAPHS; seed += 1) {
      const uniform = mrg32k3a([seed, nodes, 3, 4, 5, 6])
      const some = () => `n${Math.floor(uniform() * nodes)}`
      const links = Array.from({ length: Math.round(nodes * perNode) }, () => ({
        from: some(),
        to: some(),
        chance: 0.05 + uniform() / 2,
      }))
      const start = performance.now()
      const { method } = analyse({ links, begins: ['n0', 'n1'] })
      times.push(performance.now() - start)
      if (method === 'exact') exact += 1
    }
    times.sort((a, b) => a - b)
    const ms = (at: number) => (times[at] ?? 0).toFixed(0)
    console.log(
      `${nodes} nodes, ${Math.round(nodes * perNode)} links: ${exact} of ${GRAPHS} exact; ${ms(GRAPHS / 2)} ms in the middle, ${ms(GRAPHS - 1)} ms at most`,
    )
  }
