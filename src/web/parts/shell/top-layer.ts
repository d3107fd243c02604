/** Chromium before 114 has no top layer for panels; there a fixed place and a rank have to do. */
export const HAS_TOP_LAYER = 'showPopover' in HTMLElement.prototype
