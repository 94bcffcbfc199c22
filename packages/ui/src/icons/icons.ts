/**
 * Icons as SVG path data on a 24 × 24 grid, drawn as outlines: `fill="none" stroke="currentColor" stroke-width="1.75"
 * stroke-linecap="round" stroke-linejoin="round"`. Shapes: Tabler Icons, MIT licence, © Paweł Kuna.
 */
export type IconPaths = readonly string[];

export const iconPhone: IconPaths = [
  "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2",
];
export const iconPhoneOff: IconPaths = [
  "M3 21l18 -18",
  "M5.831 14.161a15.946 15.946 0 0 1 -2.831 -8.161a2 2 0 0 1 2 -2h4l2 5l-2.5 1.5c.108 .22 .223 .435 .345 .645m1.751 2.277c.843 .84 1.822 1.544 2.904 2.078l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a15.963 15.963 0 0 1 -10.344 -4.657",
];
export const iconPhoneCalling: IconPaths = [
  "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2",
  "M15 7l0 .01",
  "M18 7l0 .01",
  "M21 7l0 .01",
];
export const iconPhoneIncoming: IconPaths = [
  "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2",
  "M15 9l5 -5",
  "M15 5l0 4l4 0",
];
export const iconPhoneOutgoing: IconPaths = [
  "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2c-8.072 -.49 -14.51 -6.928 -15 -15a2 2 0 0 1 2 -2",
  "M15 5h6",
  "M18.5 7.5l2.5 -2.5l-2.5 -2.5",
];
export const iconVideo: IconPaths = [
  "M15 10l4.553 -2.276a1 1 0 0 1 1.447 .894v6.764a1 1 0 0 1 -1.447 .894l-4.553 -2.276v-4",
  "M3 8a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2l0 -8",
];
export const iconVideoOff: IconPaths = [
  "M3 3l18 18",
  "M15 11v-1l4.553 -2.276a1 1 0 0 1 1.447 .894v6.764a1 1 0 0 1 -.675 .946",
  "M10 6h3a2 2 0 0 1 2 2v3m0 4v1a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-8a2 2 0 0 1 2 -2h1",
];
export const iconMicrophone: IconPaths = [
  "M9 5a3 3 0 0 1 3 -3a3 3 0 0 1 3 3v5a3 3 0 0 1 -3 3a3 3 0 0 1 -3 -3l0 -5",
  "M5 10a7 7 0 0 0 14 0",
  "M8 21l8 0",
  "M12 17l0 4",
];
export const iconMicrophoneOff: IconPaths = [
  "M3 3l18 18",
  "M9 5a3 3 0 0 1 6 0v5a3 3 0 0 1 -.13 .874m-2 2a3 3 0 0 1 -3.87 -2.872v-1",
  "M5 10a7 7 0 0 0 10.846 5.85m2 -2a6.967 6.967 0 0 0 1.152 -3.85",
  "M8 21l8 0",
  "M12 17l0 4",
];
export const iconScreenShare: IconPaths = [
  "M21 12v3a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1h9",
  "M7 20l10 0",
  "M9 16l0 4",
  "M15 16l0 4",
  "M17 4h4v4",
  "M16 9l5 -5",
];
export const iconScreenShareOff: IconPaths = [
  "M21 12v3a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1h9",
  "M7 20l10 0",
  "M9 16l0 4",
  "M15 16l0 4",
  "M17 8l4 -4m-4 0l4 4",
];
export const iconMaximize: IconPaths = [
  "M4 8v-2a2 2 0 0 1 2 -2h2",
  "M4 16v2a2 2 0 0 0 2 2h2",
  "M16 4h2a2 2 0 0 1 2 2v2",
  "M16 20h2a2 2 0 0 0 2 -2v-2",
];
export const iconMinimize: IconPaths = [
  "M15 19v-2a2 2 0 0 1 2 -2h2",
  "M15 5v2a2 2 0 0 0 2 2h2",
  "M5 15h2a2 2 0 0 1 2 2v2",
  "M5 9h2a2 2 0 0 0 2 -2v-2",
];
export const iconSettings: IconPaths = [
  "M10.325 4.317c.426 -1.756 2.924 -1.756 3.35 0a1.724 1.724 0 0 0 2.573 1.066c1.543 -.94 3.31 .826 2.37 2.37a1.724 1.724 0 0 0 1.065 2.572c1.756 .426 1.756 2.924 0 3.35a1.724 1.724 0 0 0 -1.066 2.573c.94 1.543 -.826 3.31 -2.37 2.37a1.724 1.724 0 0 0 -2.572 1.065c-.426 1.756 -2.924 1.756 -3.35 0a1.724 1.724 0 0 0 -2.573 -1.066c-1.543 .94 -3.31 -.826 -2.37 -2.37a1.724 1.724 0 0 0 -1.065 -2.572c-1.756 -.426 -1.756 -2.924 0 -3.35a1.724 1.724 0 0 0 1.066 -2.573c-.94 -1.543 .826 -3.31 2.37 -2.37c1 .608 2.296 .07 2.572 -1.065",
  "M9 12a3 3 0 1 0 6 0a3 3 0 0 0 -6 0",
];
export const iconSend: IconPaths = [
  "M10 14l11 -11",
  "M21 3l-6.5 18a.55 .55 0 0 1 -1 0l-3.5 -7l-7 -3.5a.55 .55 0 0 1 0 -1l18 -6.5",
];
export const iconMessage: IconPaths = [
  "M8 9h8",
  "M8 13h6",
  "M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3h12",
];
export const iconBolt: IconPaths = ["M13 3l0 7l6 0l-8 11l0 -7l-6 0l8 -11"];
export const iconX: IconPaths = ["M18 6l-12 12", "M6 6l12 12"];
export const iconCheck: IconPaths = ["M5 12l5 5l10 -10"];
export const iconChecks: IconPaths = [
  "M7 12l5 5l10 -10",
  "M2 12l5 5m5 -5l5 -5",
];
export const iconClock: IconPaths = [
  "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0",
  "M12 7v5l3 3",
];
export const iconAlertTriangle: IconPaths = [
  "M12 9v4",
  "M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0",
  "M12 16h.01",
];
export const iconAlertCircle: IconPaths = [
  "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0",
  "M12 8v4",
  "M12 16h.01",
];
export const iconInfoCircle: IconPaths = [
  "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0",
  "M12 9h.01",
  "M11 12h1v4h1",
];
export const iconUser: IconPaths = [
  "M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0",
  "M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2",
];
export const iconUsers: IconPaths = [
  "M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
  "M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2",
  "M16 3.13a4 4 0 0 1 0 7.75",
  "M21 21v-2a4 4 0 0 0 -3 -3.85",
];
export const iconUserPlus: IconPaths = [
  "M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0",
  "M16 19h6",
  "M19 16v6",
  "M6 21v-2a4 4 0 0 1 4 -4h4",
];
export const iconWorld: IconPaths = [
  "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0",
  "M3.6 9h16.8",
  "M3.6 15h16.8",
  "M11.5 3a17 17 0 0 0 0 18",
  "M12.5 3a17 17 0 0 1 0 18",
];
export const iconHistory: IconPaths = [
  "M12 8l0 4l2 2",
  "M3.05 11a9 9 0 1 1 .5 4m-.5 5v-5h5",
];
export const iconHeadset: IconPaths = [
  "M4 14v-3a8 8 0 1 1 16 0v3",
  "M18 19c0 1.657 -2.686 3 -6 3",
  "M4 14a2 2 0 0 1 2 -2h1a2 2 0 0 1 2 2v3a2 2 0 0 1 -2 2h-1a2 2 0 0 1 -2 -2v-3",
  "M15 14a2 2 0 0 1 2 -2h1a2 2 0 0 1 2 2v3a2 2 0 0 1 -2 2h-1a2 2 0 0 1 -2 -2v-3",
];
export const iconPalette: IconPaths = [
  "M12 21a9 9 0 0 1 0 -18c4.97 0 9 3.582 9 8c0 1.06 -.474 2.078 -1.318 2.828c-.844 .75 -1.989 1.172 -3.182 1.172h-2.5a2 2 0 0 0 -1 3.75a1.3 1.3 0 0 1 -1 2.25",
  "M7.5 10.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
  "M11.5 7.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
  "M15.5 10.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
];
export const iconShieldLock: IconPaths = [
  "M12 3a12 12 0 0 0 8.5 3a12 12 0 0 1 -8.5 15a12 12 0 0 1 -8.5 -15a12 12 0 0 0 8.5 -3",
  "M11 11a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
  "M12 12l0 2.5",
];
export const iconLogout: IconPaths = [
  "M14 8v-2a2 2 0 0 0 -2 -2h-7a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2 -2v-2",
  "M9 12h12l-3 -3",
  "M18 15l3 -3",
];
export const iconSun: IconPaths = [
  "M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
  "M3 12h1m8 -9v1m8 8h1m-9 8v1m-6.4 -15.4l.7 .7m12.1 -.7l-.7 .7m0 11.4l.7 .7m-12.1 -.7l-.7 .7",
];
export const iconMoon: IconPaths = [
  "M12 3c.132 0 .263 0 .393 0a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1 -8.313 -12.454l0 .008",
];
export const iconDeviceDesktop: IconPaths = [
  "M3 5a1 1 0 0 1 1 -1h16a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10",
  "M7 20h10",
  "M9 16v4",
  "M15 16v4",
];
export const iconLanguage: IconPaths = [
  "M9 6.371c0 4.418 -2.239 6.629 -5 6.629",
  "M4 6.371h7",
  "M5 9c0 2.144 2.252 3.908 6 4",
  "M12 20l4 -9l4 9",
  "M19.1 18h-6.2",
  "M6.694 3l.793 .582",
];
export const iconChevronDown: IconPaths = ["M6 9l6 6l6 -6"];
export const iconChevronLeft: IconPaths = ["M15 6l-6 6l6 6"];
export const iconChevronRight: IconPaths = ["M9 6l6 6l-6 6"];
export const iconVolume: IconPaths = [
  "M15 8a5 5 0 0 1 0 8",
  "M17.7 5a9 9 0 0 1 0 14",
  "M6 15h-2a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1h2l3.5 -4.5a.8 .8 0 0 1 1.5 .5v14a.8 .8 0 0 1 -1.5 .5l-3.5 -4.5",
];
export const iconCopy: IconPaths = [
  "M7 9.667a2.667 2.667 0 0 1 2.667 -2.667h8.666a2.667 2.667 0 0 1 2.667 2.667v8.666a2.667 2.667 0 0 1 -2.667 2.667h-8.666a2.667 2.667 0 0 1 -2.667 -2.667l0 -8.666",
  "M4.012 16.737a2.005 2.005 0 0 1 -1.012 -1.737v-10c0 -1.1 .9 -2 2 -2h10c.75 0 1.158 .385 1.5 1",
];
export const iconKey: IconPaths = [
  "M16.555 3.843l3.602 3.602a2.877 2.877 0 0 1 0 4.069l-2.643 2.643a2.877 2.877 0 0 1 -4.069 0l-.301 -.301l-6.558 6.558a2 2 0 0 1 -1.239 .578l-.175 .008h-1.172a1 1 0 0 1 -.993 -.883l-.007 -.117v-1.172a2 2 0 0 1 .467 -1.284l.119 -.13l.414 -.414h2v-2h2v-2l2.144 -2.144l-.301 -.301a2.877 2.877 0 0 1 0 -4.069l2.643 -2.643a2.877 2.877 0 0 1 4.069 0",
  "M15 9h.01",
];
export const iconPlus: IconPaths = ["M12 5l0 14", "M5 12l14 0"];
export const iconPencil: IconPaths = [
  "M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4",
  "M13.5 6.5l4 4",
];
export const iconSearch: IconPaths = [
  "M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0",
  "M21 21l-6 -6",
];
export const iconRefresh: IconPaths = [
  "M20 11a8.1 8.1 0 0 0 -15.5 -2m-.5 -4v4h4",
  "M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4",
];
export const iconWifiOff: IconPaths = [
  "M12 18l.01 0",
  "M9.172 15.172a4 4 0 0 1 5.656 0",
  "M6.343 12.343a7.963 7.963 0 0 1 3.864 -2.14m4.163 .155a7.965 7.965 0 0 1 3.287 2",
  "M3.515 9.515a12 12 0 0 1 3.544 -2.455m3.101 -.92a12 12 0 0 1 10.325 3.374",
  "M3 3l18 18",
];
export const iconCoffee: IconPaths = [
  "M3 14c.83 .642 2.077 1.017 3.5 1c1.423 .017 2.67 -.358 3.5 -1c.83 -.642 2.077 -1.017 3.5 -1c1.423 -.017 2.67 .358 3.5 1",
  "M8 3a2.4 2.4 0 0 0 -1 2a2.4 2.4 0 0 0 1 2",
  "M12 3a2.4 2.4 0 0 0 -1 2a2.4 2.4 0 0 0 1 2",
  "M3 10h14v5a6 6 0 0 1 -6 6h-2a6 6 0 0 1 -6 -6v-5",
  "M16.746 16.726a3 3 0 1 0 .252 -5.555",
];
export const iconLock: IconPaths = [
  "M5 13a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6",
  "M11 16a1 1 0 1 0 2 0a1 1 0 0 0 -2 0",
  "M8 11v-4a4 4 0 1 1 8 0v4",
];
export const iconExternalLink: IconPaths = [
  "M12 6h-6a2 2 0 0 0 -2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-6",
  "M11 13l9 -9",
  "M15 4h5v5",
];
export const iconKeyboard: IconPaths = [
  "M2 8a2 2 0 0 1 2 -2h16a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2l0 -8",
  "M6 10l0 .01",
  "M10 10l0 .01",
  "M14 10l0 .01",
  "M18 10l0 .01",
  "M6 14l0 .01",
  "M18 14l0 .01",
  "M10 14l4 .01",
];
export const iconDots: IconPaths = [
  "M4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
  "M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
  "M18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
];
export const iconUpload: IconPaths = [
  "M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2",
  "M7 9l5 -5l5 5",
  "M12 4l0 12",
];
export const iconCaptions: IconPaths = [
  "M3 5m0 2a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2z",
  "M10 10h-1a2 2 0 1 0 0 4h1",
  "M17 10h-1a2 2 0 1 0 0 4h1",
];
export const iconEraser: IconPaths = [
  "M19 20h-10.5l-4.21 -4.3a1 1 0 0 1 0 -1.41l10 -10a1 1 0 0 1 1.41 0l5 5a1 1 0 0 1 0 1.41l-9.2 9.3",
  "M18 13.3l-6.3 -6.3",
];
export const iconTrash: IconPaths = [
  "M4 7l16 0",
  "M10 11l0 6",
  "M14 11l0 6",
  "M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2 -2l1 -12",
  "M9 7v-3a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v3",
];
export const iconArrowRight: IconPaths = [
  "M5 12l14 0",
  "M13 18l6 -6",
  "M13 6l6 6",
];
export const iconDevices: IconPaths = [
  "M13 9a1 1 0 0 1 1 -1h6a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-6a1 1 0 0 1 -1 -1v-10",
  "M18 8v-3a1 1 0 0 0 -1 -1h-13a1 1 0 0 0 -1 1v12a1 1 0 0 0 1 1h9",
  "M16 9h2",
];
export const iconChartLine: IconPaths = [
  "M4 19l16 0",
  "M4 15l4 -6l4 2l4 -5l4 4",
];
export const iconPlayerPause: IconPaths = [
  "M6 6a1 1 0 0 1 1 -1h2a1 1 0 0 1 1 1v12a1 1 0 0 1 -1 1h-2a1 1 0 0 1 -1 -1l0 -12",
  "M14 6a1 1 0 0 1 1 -1h2a1 1 0 0 1 1 1v12a1 1 0 0 1 -1 1h-2a1 1 0 0 1 -1 -1l0 -12",
];
export const iconBell: IconPaths = [
  "M10 5a2 2 0 1 1 4 0a7 7 0 0 1 4 6v3a4 4 0 0 0 2 3h-16a4 4 0 0 0 2 -3v-3a7 7 0 0 1 4 -6",
  "M9 17v1a3 3 0 0 0 6 0v-1",
];
export const iconMoodSmile: IconPaths = [
  "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0",
  "M9 10l.01 0",
  "M15 10l.01 0",
  "M9.5 15a3.5 3.5 0 0 0 5 0",
];

export const iconAddressBook: IconPaths = [
  "M7 4h11a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-11z",
  "M4 8h3",
  "M4 12h3",
  "M4 16h3",
  "M13.5 8.5a2 2 0 1 0 0 4a2 2 0 0 0 0 -4",
  "M10.5 16.5a3 3 0 0 1 6 0",
];
export const iconSitemap: IconPaths = [
  "M9 4h6v5h-6z",
  "M3 15h6v5h-6z",
  "M15 15h6v5h-6z",
  "M12 9v3",
  "M6 15v-3h12v3",
];
export const iconTag: IconPaths = ["M4 4h8l8 8l-8 8l-8 -8z", "M8 8l0 .01"];
export const iconWebhook: IconPaths = [
  "M8.5 15.5 12 9",
  "M12 9a3 3 0 1 0-2.6-4.5",
  "M6 15a3 3 0 1 0 3 3h6",
  "M14 6l3.5 6.5",
  "M16 15a3 3 0 1 1-1 4",
];

export const iconApps: IconPaths = [
  "M4 4m0 1a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1z",
  "M4 14m0 1a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1z",
  "M14 14m0 1a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1z",
  "M14 7l6 0",
  "M17 4l0 6",
];
export const iconCalendar: IconPaths = [
  "M5 6h14v14h-14z",
  "M5 10h14",
  "M9 3v4",
  "M15 3v4",
];
export const iconPin: IconPaths = [
  "M9 4h6l-1 6l3 3v2h-10v-2l3 -3z",
  "M12 15v6",
];
export const iconPinFilled: IconPaths = [...iconPin, "M10 5h4v5l2 3h-8l2 -3z"];
export const iconLayoutGrid: IconPaths = [
  "M4 4h7v7h-7z",
  "M13 4h7v7h-7z",
  "M4 13h7v7h-7z",
  "M13 13h7v7h-7z",
];
export const iconLayoutSpeaker: IconPaths = [
  "M4 4h16v10h-16z",
  "M4 17h4v3h-4z",
  "M10 17h4v3h-4z",
  "M16 17h4v3h-4z",
];
export const iconHandStop: IconPaths = [
  "M8 13v-7.5a1.5 1.5 0 0 1 3 0v6.5",
  "M11 5.5v-2a1.5 1.5 0 1 1 3 0v8.5",
  "M14 5.5a1.5 1.5 0 0 1 3 0v6.5",
  "M17 7.5a1.5 1.5 0 0 1 3 0v8.5a6 6 0 0 1 -6 6h-2h.208a6 6 0 0 1 -5.012 -2.7a69.74 69.74 0 0 1 -.196 -.3c-.312 -.479 -1.407 -2.388 -3.286 -5.728a1.5 1.5 0 0 1 .536 -2.022a1.867 1.867 0 0 1 2.28 .28l1.47 1.47",
];
export const iconPlayerRecord: IconPaths = [
  "M5 12a7 7 0 1 0 14 0a7 7 0 1 0 -14 0",
  "M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
];
export const iconPlayerStop: IconPaths = [
  "M5 7a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2l0 -10",
];
export const iconPlayerPlay: IconPaths = ["M7 4v16l13 -8z"];
export const iconMenu: IconPaths = ["M4 6l16 0", "M4 12l16 0", "M4 18l16 0"];
