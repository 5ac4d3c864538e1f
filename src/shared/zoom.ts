/** How large everything in the windows is drawn, in percent: the steps that a browser would offer. */
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const
export type Zoom = (typeof zoomSteps)[number]

export type ZoomDirection = 'in' | 'out'

/** The next step up or down; the same one at the end. */
export function nextZoom(zoom: Zoom, direction: ZoomDirection): Zoom {
  const at = zoomSteps.indexOf(zoom) + (direction === 'in' ? 1 : -1)
  return zoomSteps[at] ?? zoom
}
