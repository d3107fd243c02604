import { text } from '../../domain/wording/text.ts'

/** The office's own map, in words. */
export const MAP_OPERATIONS = {
  getMap: {
    tag: 'lists',
    summary: text('本单位的地图：各单位在哪里', "The office's map: where its units lie"),
    note: text('没有底图，不连外网。', 'No tiles; nothing is asked of the internet.'),
  },
  sendMap: {
    tag: 'admin',
    summary: text('送一份地图文件，看每个图形对应哪个单位', 'Send a file with shapes; see which unit each stands for'),
    note: text(
      '地图文件，只收一个或多个面，按经纬度。这一步只检查，还没有换上。',
      'GeoJSON (RFC 7946), Polygons and MultiPolygons only, in degrees. Nothing is replaced yet.',
    ),
  },
  changeMap: { tag: 'admin', summary: text('换上这份地图', 'Make the file that was sent the map') },
} as const
