extension Explanation {
    /// The page's style sheet: the digest's paper and ink. Every text colour has a contrast of at least 4.5 to what lies
    /// behind it, in light and dark (WCAG 2.1, AA).
    static let style = """
        :root {
          color-scheme: light dark;
          --paper: #fdfcf8; --ink: #1d1b17; --soft: #5c574e; --grey: #706b61; --rule: #d3ccbd; --tint: #f3efe4;
          --accent: #8b1e1e; --keep: #2f6b46; --turn: #8a5a00; --track: #ddd6c6; --bar: #8c8473;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Noto Serif", Georgia, serif;
          --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #161512; --ink: #e8e4da; --soft: #aca599; --grey: #938c80; --rule: #3c3932; --tint: #211f1a;
            --accent: #eba08f; --keep: #86c49c; --turn: #e0b35c; --track: #34312b; --bar: #8d867a;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 70rem; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.5 var(--serif); overflow-wrap: anywhere;
        }
        h1, h2, p, ul, dl, dd { margin: 0; padding: 0; }
        ul { list-style: none; }
        header { padding: 1.75rem 0 1rem; border-bottom: 1px solid var(--ink); }
        .kind, .tally, .count, dt, small, table, .why, summary, .refusal { font-family: var(--sans); }
        .kind { font-size: .8125rem; color: var(--soft); }
        h1 { font-size: clamp(1.5rem, 4.5vw, 2.25rem); line-height: 1.15; font-weight: 700; text-wrap: balance; }
        h2 { margin: 2rem 0 .6rem; padding-top: .4rem; border-top: 3px solid var(--ink); font: 600 .9375rem/1.4 var(--sans); }
        .count { font-weight: 400; color: var(--soft); }
        .refusal { margin-top: .75rem; padding: .6rem .9rem; border-left: 3px solid var(--accent); background: var(--tint); font-size: .9375rem; }
        .refusal strong { color: var(--accent); }
        .tally { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; margin-top: .75rem; font-size: .8125rem; color: var(--soft); }
        .tally .kept, .tally b { color: var(--ink); }
        .tally b { font-weight: 600; font-variant-numeric: tabular-nums; }
        dl { display: grid; grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr); font-size: 1rem; }
        dt, dd { padding: .3rem 0; border-top: 1px solid var(--rule); }
        dt { padding-right: 1.25rem; max-width: 11rem; font-size: .8125rem; line-height: 1.5rem; color: var(--soft); }
        dd { white-space: pre-wrap; }
        dl > :nth-child(-n+2) { border-top: 0; }
        small { display: block; font-size: .8125rem; color: var(--soft); }
        .dropped dd { color: var(--grey); }
        table { width: 100%; table-layout: fixed; margin-bottom: 1.25rem; border-collapse: collapse; font-size: .875rem; line-height: 1.4; }
        caption { padding: .2rem 0; text-align: left; font-weight: 600; }
        th, td { padding: .3rem .9rem .3rem 0; border-top: 1px solid var(--rule); text-align: left; vertical-align: top; }
        th { font-weight: 400; font-size: .8125rem; color: var(--soft); white-space: nowrap; }
        th:nth-child(2) { width: 30%; }
        th:nth-child(3) { width: 6.5rem; }
        th:nth-child(4) { width: 20%; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        tbody tr { color: var(--soft); }
        tbody tr.chosen { color: var(--ink); font-weight: 600; }
        tr.chosen td:last-child { color: var(--keep); }
        .blocks article { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 0 2rem; padding: .5rem 0; border-top: 1px solid var(--rule); }
        .blocks > article:first-child { border-top: 0; }
        .text { padding-left: .9rem; border-left: 3px solid var(--rule); white-space: pre-wrap; }
        .kept > .text { border-color: var(--keep); }
        .turned > .text { border-color: var(--turn); }
        .dropped > .text { color: var(--grey); }
        .heading { font-weight: 700; font-size: 1.125rem; line-height: 1.3; }
        .item::before { content: "• "; }
        .quoted { font-style: italic; }
        .verbatim { font: .875rem/1.45 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
        .why { font-size: .8125rem; line-height: 1.5; color: var(--soft); }
        .why b { color: var(--ink); font-weight: 600; }
        .kept > .why b { color: var(--keep); }
        .turned > .why b { color: var(--turn); }
        .score { font-variant-numeric: tabular-nums; }
        .score svg { width: 5rem; height: .4rem; vertical-align: .06em; }
        .track { fill: var(--track); }
        .bar { fill: var(--bar); }
        .kept .bar { fill: var(--keep); }
        .turned .bar { fill: var(--turn); }
        .middle { fill: var(--paper); }
        .place { color: var(--grey); }
        details { border-top: 1px solid var(--rule); padding: .35rem 0; }
        summary { padding: .25rem 0; font-size: .8125rem; color: var(--soft); cursor: pointer; }
        summary:hover { color: var(--ink); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        @media (max-width: 52rem) {
          .blocks article { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
          .why { padding-left: calc(.9rem + 3px); }
          dl { grid-template-columns: minmax(0, 1fr); }
          dl > :nth-child(2) { border-top: 0; }
          dt { padding: .35rem 0 0; max-width: none; line-height: 1.5; }
          dd { padding: 0 0 .35rem; border-top: 0; }
          thead { position: absolute; clip-path: inset(50%); }
          table, caption, tbody, tr { display: block; }
          tr { padding: .35rem 0; border-top: 1px solid var(--rule); }
          td { display: inline; padding: 0; border: 0; font-size: .8125rem; }
          td:first-child { display: block; font-size: .9375rem; }
          td:nth-child(n+3)::before { content: " · "; }
        }
        @media print { .blocks article { break-inside: avoid; } }
        """
}
