import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const map: CliCommand = {
  name: 'map',
  title: text('本单位的地图：看一份文件，换上它', "the office's map: look a file through, put it in"),
  args: 'check|put FILE.geojson',
  leastArgs: 2,
  mostArgs: 2,
  flags: {
    tenant: { title: text('哪个租户', 'which tenant'), value: 'T', rule: 'tenant' },
    reason: {
      title: text('依据什么，记入管理记录（put 要写）', 'on what ground; put on record (put needs it)'),
      value: 'TEXT',
    },
  },
  about: text(
    'check 说每个图形对应哪个单位、哪些对不上，什么也不改；put 换上，原来的留着。收 GeoJSON，只收面，经纬度，最大 4 MB。\n对不上单位的图形不放进去，退出码照常；没有一个对上就拒绝。',
    '"check" says which unit each shape stands for and which stand for none, and changes nothing; "put" makes it the map, and the\none before stays. GeoJSON with Polygons and MultiPolygons in degrees, up to 4 MB. Shapes of no unit are left out; a file without\na single one that is matched is refused.',
  ),
  examples: ['anlan map check county.geojson', 'anlan map put county.geojson --reason 按民政局2026年行政区划图'],
  run: async (call) => (await import('./run-map.ts')).runMap(call),
}
