/** Why nothing can be pressed in an attempt while another flow is being begun in its place. */
export const makesWay = '(another-flow)'
