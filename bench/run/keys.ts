/**
 * Figures whose names stay as they are, by the bench that prints them, each with what it is: whoever compares releases reads
 * them by name. `docs/performance.md` lists the same (a test holds the two together).
 */
export const STABLE_FIGURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  due: {
    duePerSecond: 'due timers a second through the sweeper, each an event with chain and effects',
    dueRatioToPgBoss:
      'that over the jobs a second that pg-boss fetches and completes on the same server in the same run',
    heldSnapshotLoss: 'share of it that is lost while another transaction is held open, 0 to 1',
  },
  ledger: {
    pageP99Ms: 'slowest one in a hundred of pages of 50 matters, over readers of three scopes',
    deepRatio: 'median of the 1,000th page over the median of the first',
    countP50Ms: 'median of the count by unit, state and kind',
    unfavourableP50Ms: 'median of pages whose filters find nothing or nearly nothing',
    text2P50Ms: 'median of searches for 2 characters',
    text4P50Ms: 'median of searches for 4 characters',
    todayCpuMs: 'processor time of Today for a post with 200 open matters, looked at again, program and PostgreSQL',
  },
  counts: {
    overviewP95Ms: 'slowest one in twenty of the overview of whoever sees everything, as its door reads it',
    unitStateP50Ms: 'median of what is open counted by unit and state',
    compareP95Ms: 'slowest one in twenty of the first comparison of units, of the running year',
    forecastP95Ms: 'slowest one in twenty of the forecast of whoever sees everything',
  },
  warn: {
    panelSeconds: 'seconds of a night of 500 units and 40 categories, from taking it up to the last row kept',
    serverP99Ms: 'slowest one in a hundred of the answers that the same server gave meanwhile, from when each was due',
  },
  'warn-quiet': {
    falseAlarmsPerMonth: 'warnings raised a month by an office in which nothing is wrong, over two years',
    low: 'lower end of its exact 95 % interval',
    high: 'upper end of it',
    budgetPerMonth: 'false alarms a month that such an office allows itself',
  },
  commands: {
    ratioSame32: "commands a second at 32 clients over the program's own two statements sent raw",
    ratioLean32: 'commands a second at 32 clients over a read and a write of row and event alone',
  },
  import: {
    rowsPerSecond: 'rows a second of an import with events, chain, deadlines and sealed fields',
    peakMb: 'most memory of the process meanwhile',
  },
  disk: {
    mbPer100k: 'megabytes of all tables and indexes for 100,000 matters with 3 events each',
  },
  verify: {
    verifyEventsPerSecond: 'events a second that `verify` reads, hashes and replays',
  },
  http: {
    createPerSecond: 'matters registered a second over HTTP, 16 clients',
    createP99Ms: 'slowest one in a hundred of these',
    createCpuMs: 'processor time of one of these, server and PostgreSQL',
    stepPerSecond: 'steps taken a second over HTTP, 16 clients',
    stepP99Ms: 'slowest one in a hundred of these',
    stepCpuMs: 'processor time of one of these, server and PostgreSQL',
    listP99Ms: 'slowest one in a hundred of first pages of the ledger over HTTP, with the count',
    recordP99Ms: 'slowest one in a hundred of records with their history (two requests)',
    todayP99Ms: 'slowest one in a hundred of Today over HTTP',
  },
}
