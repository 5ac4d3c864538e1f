/** The services that the sandbox plays. */
export type ServiceName = 'ipcola' | 'ruuvi' | 'cloudreve'
