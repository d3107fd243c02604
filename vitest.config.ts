import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const MINUTE = 60_000

/** Starts PostgreSQL once for the run and makes the template database that each test file copies. */
const databaseSetup = ['src/testing/database-setup.ts'].filter((path) => existsSync(path))

// Files share a worker's modules (isolate: false): three to six times faster, and our modules hold no state.
export default defineConfig({
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    passWithNoTests: true,
    setupFiles: ['src/testing/chance/bounded-properties.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/{domain,procedures,engine,statistics,exchange,papers,web,testing,cli,demo,server}/**/*.test.{ts,tsx}',
            'bench/run/figures.test.ts',
          ],
          testTimeout: MINUTE / 2,
          hookTimeout: MINUTE / 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'storage',
          include: ['src/{storage,workers,imports}/**/*.test.ts', 'bench/run/smoke.test.ts'],
          globalSetup: databaseSetup,
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          include: ['src/http/**/*.test.ts'],
          globalSetup: databaseSetup,
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: databaseSetup,
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
