import { later } from '../../ui/later'

/** What drags rows and takes them; not here yet when the list is first drawn. */
export const dragging = later(async () => {
  const { draggable, dropTargetForElements } =
    await import('@atlaskit/pragmatic-drag-and-drop/element/adapter')
  return { draggable, dropTargetForElements }
})
