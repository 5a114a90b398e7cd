/** Look of the stand-in's pages: light, plain, in the proportions of GitHub's pages of 2026. */
export const STYLE = `
:root { --fg:#1f2328; --muted:#59636e; --line:#d1d9e0; --soft:#f6f8fa; --link:#0969da; --go:#1f883d; --done:#8250df; }
* { box-sizing: border-box; }
body { margin:0; color:var(--fg); background:#fff; font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif; }
a { color:var(--link); text-decoration:none; } a:hover { text-decoration:underline; }
header { background:var(--soft); border-bottom:1px solid var(--line); padding:12px 24px 0; }
.crumbs { display:flex; align-items:center; gap:10px; font-size:14px; }
.crumbs .mark { width:28px; height:28px; border-radius:50%; background:var(--fg); color:#fff; display:grid; place-items:center; font-size:12px; font-weight:600; }
.crumbs b a, .crumbs a { color:var(--fg); } .crumbs .slash { color:var(--muted); }
.crumbs .who { margin-left:auto; color:var(--muted); display:flex; gap:8px; align-items:center; }
nav { display:flex; gap:4px; margin-top:10px; } nav a { color:var(--fg); padding:8px 10px; border-bottom:2px solid transparent; }
nav a.here { font-weight:600; border-color:#fd8c73; }
main { max-width:1152px; margin:24px auto; padding:0 24px; }
.columns { display:grid; grid-template-columns:minmax(0,1fr) 256px; gap:24px; align-items:start; }
h1 { font-size:24px; font-weight:600; margin:0 0 8px; line-height:1.3; } h1 .number { color:var(--muted); font-weight:300; }
.button { display:inline-block; padding:5px 16px; border:1px solid var(--line); border-radius:6px; background:var(--soft); color:var(--fg); font:inherit; font-weight:500; cursor:pointer; }
.button:hover { background:#eff2f5; text-decoration:none; } .button.go { background:var(--go); border-color:rgba(31,35,40,.15); color:#fff; } .button.go:hover { background:#1c8139; }
:focus-visible { outline:2px solid var(--link); outline-offset:1px; }
label, .label-text { display:block; font-weight:600; margin:16px 0 6px; } .hint { color:var(--muted); font-size:12px; margin:-2px 0 6px; } .required { color:#d1242f; }
input[type=text], textarea, select { width:100%; padding:6px 12px; font:inherit; color:inherit; background:#fff; border:1px solid var(--line); border-radius:6px; }
textarea { min-height:120px; resize:vertical; } textarea.tall { min-height:320px; font-family:ui-monospace,SFMono-Regular,Menlo,monospace; font-size:12.5px; }
.check { display:flex; gap:8px; align-items:baseline; margin:6px 0; font-weight:400; }
.foot { display:flex; justify-content:flex-end; gap:8px; margin-top:16px; }
aside section { border-bottom:1px solid var(--line); padding:12px 0; font-size:12px; color:var(--muted); } aside h2 { font-size:12px; margin:0 0 6px; }
.tag { display:inline-block; padding:0 8px; margin:0 4px 4px 0; border-radius:2em; font-size:12px; font-weight:500; line-height:20px; border:1px solid rgba(31,35,40,.12); }
.state { display:inline-block; padding:4px 12px; border-radius:2em; color:#fff; background:var(--go); font-weight:500; } .state.closed { background:var(--done); }
.meta { color:var(--muted); margin-bottom:16px; padding-bottom:16px; border-bottom:1px solid var(--line); }
.box { border:1px solid var(--line); border-radius:6px; margin-bottom:16px; overflow:hidden; } .box > .head { background:var(--soft); border-bottom:1px solid var(--line); padding:8px 16px; color:var(--muted); } .box > .head b { color:var(--fg); }
.text { padding:16px; overflow-wrap:anywhere; } .text > :first-child { margin-top:0; } .text > :last-child { margin-bottom:0; }
.text h1, .text h2, .text h3 { border-bottom:1px solid var(--line); padding-bottom:4px; margin:20px 0 12px; font-size:18px; } .text h3 { border:0; font-size:16px; }
.text pre { background:var(--soft); padding:12px; border-radius:6px; overflow:auto; } code { background:#818b981f; padding:2px 5px; border-radius:6px; font-size:85%; } pre code { background:none; padding:0; }
.text ul { padding-left:24px; } .text .task { list-style:none; margin-left:-22px; } .text .task input { margin:0 6px 0 0; vertical-align:-1px; }
.text table { border-collapse:collapse; } .text th, .text td { border:1px solid var(--line); padding:6px 13px; min-width:64px; height:34px; text-align:left; } .text tr:nth-child(2n) { background:var(--soft); }
.intro { padding:12px 0 0; } fieldset { border:0; padding:0; margin:0; min-width:0; } legend { padding:0; }
.row { display:block; padding:12px 16px; border-top:1px solid var(--line); } .row:first-child { border:0; } .row .title { color:var(--fg); font-weight:600; margin-right:6px; } .row small { display:block; color:var(--muted); }
.choice { display:flex; justify-content:space-between; align-items:center; gap:16px; padding:16px; border-top:1px solid var(--line); } .choice:first-child { border:0; } .choice p { margin:2px 0 0; color:var(--muted); }
.narrow { max-width:340px; margin:80px auto; text-align:center; } .plain { text-align:center; margin:96px auto; }
`;
