/** Line icons on a 24-unit grid, as path data: all that the widget draws, and no more of its bytes. */
export const icons = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l1.8-3A8 8 0 1 1 21 12ZM8.5 12h.01M12.5 12h.01M16.5 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  stop: 'M8 8h8v8H8z',
  headset:
    'M4 14v-2a8 8 0 0 1 16 0v2M4 14a2 2 0 0 1 2-2h1v6H6a2 2 0 0 1-2-2v-2ZM20 14a2 2 0 0 0-2-2h-1v6h1a2 2 0 0 0 2-2v-2ZM18 18v.5a2.5 2.5 0 0 1-2.5 2.5H13',
  spark:
    'M12 3.5 13.8 9a2 2 0 0 0 1.3 1.3l5.4 1.7-5.4 1.7a2 2 0 0 0-1.3 1.3L12 20.5 10.2 15a2 2 0 0 0-1.3-1.3L3.5 12l5.4-1.7A2 2 0 0 0 10.2 9L12 3.5Z',
  up: 'M7 11v9H4v-9h3Zm0 0 4-7.5a2 2 0 0 1 2 2V9h5a2 2 0 0 1 2 2.3l-1.1 7A2 2 0 0 1 16.9 20H7',
  thumbDown: 'M17 13V4h3v9h-3Zm0 0-4 7.5a2 2 0 0 1-2-2V15H6a2 2 0 0 1-2-2.3l1.1-7A2 2 0 0 1 7.1 4H17',
  truck: 'M3 6h11v10H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4V8ZM4 8l8 4 8-4M12 12v8',
} as const;

export type IconName = keyof typeof icons;
