/**
 * The launcher's sheet. Inside a shadow root `!important` beats the page's own `!important`, so no rule of the
 * host can move or hide the element.
 */
export const launcherStyle = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:auto!important;width:0!important;height:0!important;z-index:2147483000!important;opacity:1!important;visibility:visible!important;transform:none!important;filter:none!important;pointer-events:auto!important;color-scheme:light dark}
.launcher{position:fixed;bottom:20px;right:20px;width:60px;height:60px;border:0;border-radius:50%;padding:0;margin:0;cursor:pointer;display:grid;place-items:center;background:var(--veche-accent);color:var(--veche-on-accent);box-shadow:0 6px 20px rgb(16 24 40/.24),0 1px 3px rgb(16 24 40/.2);transition:transform .16s ease,box-shadow .16s ease}
.launcher.left{right:auto;left:20px}
.launcher:hover{transform:translateY(-2px);box-shadow:0 10px 26px rgb(16 24 40/.28),0 2px 5px rgb(16 24 40/.2)}
.launcher:active{transform:none}
.launcher:focus-visible{outline:3px solid var(--veche-on-accent);outline-offset:-6px;box-shadow:0 0 0 3px var(--veche-accent)}
.launcher[hidden]{display:none}
.launcher svg{width:28px;height:28px;display:block}
.badge{position:absolute;top:-2px;right:-2px;min-width:20px;height:20px;box-sizing:border-box;padding:0 5px;border-radius:10px;background:#c81e3a;color:#fff;font:600 12px/20px system-ui,sans-serif;text-align:center}
.badge:empty{display:none}
@media (prefers-reduced-motion:reduce){.launcher{transition:none}}
@media print{:host{display:none!important}}
`;
