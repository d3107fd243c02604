import type { UnitKind } from '../../domain/unit/unit.ts'

/** How lists write the kind of a unit. */
export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, readonly string[]>> = {
  province: ['省', '自治区', '直辖市'],
  city: ['地级市', '市', '州', '盟'],
  county: ['县', '区', '县级市', '旗'],
  township: ['乡镇街道', '乡', '镇', '街道', '乡镇'],
  village: ['村社区', '村', '社区', '居委会', '村委会'],
  department: ['部门', '局', '办'],
  court: ['法院', '法庭'],
  centre: ['综治中心', '中心'],
}
