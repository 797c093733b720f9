// The words of the workbench, in both languages.
const WORDS = {
  zh: {
    title: '预算工作台', back: '返回', who: '校对人', other: 'English', file: '文件', organization: '单位', year: '年度', stage: '阶段',
    amounts: '金额', verified: '已核实', unverified: '未核实', disputed: '有矛盾', person: '人工确认', errors: '矛盾', corrections: '更正',
    open: '待看', filter: '按单位、年度、文件名筛选', none: '没有需要看的金额。', look: '请看', accept: '确认（Enter）', next: '下一个（j）', previous: '上一个（k）', undo: '撤销（u）',
    plan: (looks, covered, open) => `看 ${looks} 处，${open} 个未核实的金额中预计有 ${covered} 个可以核实`,
    several: n => `逐行对照：这 ${n} 个数与左图是否一样？数字键改写所标的一行，↑↓ 换行，Enter 全部确认`, acceptAll: n => `确认这 ${n} 个（Enter）`,
    gain: n => `确认后预计核实 ${n} 个金额`, read: '读作', readings: '图像还可读作', sums: '所在的勾稽关系', HOLDS: '成立', ROUNDS: '差额在四舍五入之内', FAILS: '不成立', page: '页', zoom: '缩放',
    empty: '（空白）', whoNeeded: '请先在右上角填写校对人。', findings: '发现', tables: '表', noPicture: '找不到原件：请用 --sources 指明原件所在文件夹。', unreadable: '不能读取的文件', history: '已作的更正', budget: '预算', final_accounts: '决算', execution: '执行', column: '列义',
    findingsOf: '发现', dismissed: '已驳回', accepted: '已采信', accept2: '采信（a）', dismiss: '驳回（d）', reason: '驳回的理由', reasonNeeded: '驳回须写明理由。', takeBack: '撤回意见', exportPage: '存为网页（e）', print: '打印（p）',
    report: '公开文件中的不一致', notice: '读取提示', sha: '文件', inTable: '表中数', inText: '正文数', pages: '页码', published: '公布数', expected: '按其他各项计算', difference: '相差', yuan: '元', sentence: '正文', amount: '该数', others: '与之相对的数', whereNotFound: '该页未能定位到原句，请看整页。',
    check: '核对方法：下载公布单位网站上的同一文件，其 SHA-256 应与上列一致；再按页码查看所标之处。以公布单位的文件为准。', by: '校对意见', openCell: '在表中查看', next2: '下一条（j）', previous2: '上一条（k）', whole: '整页', left: n => `还有 ${n} 个文件正在读取…`, address: '复制地址', copied: '已复制：', region: '地区', noFindings: '没有需要看的发现。',
    draw: '划表（t）', searchFacts: '检索数据库中的金额', code: '科目编码', contains: '名称含', kindFacet: '表种', status: '核实情况', vouched: '由谁担保', basis: '口径', any: '（不限）', amount2: '金额（元）', line: '项目', found: n => `${n} 条`, arithmetic: '勾稽关系', text_layer: '文字层', recognition: '识别', file2: '文件', tableTitle: '表', drawHint: '先拖出表格范围，再点击处添加列线、行线；拖动可移动线。行线可以不画，由程序按文字分行。', drawArea: '范围', drawColumn: '列线', drawRow: '行线', drawRemove: '删线', columnLines: '列线（磅）', rowLines: '行线（磅）', headerRows: '表头行数', readAgain: '按此重读', clearLines: '清除各线', cancel: '取消', drawFirst: '请先划出范围，并至少画一条列线。', reading: '正在重读…', meaning: '表的种类与各列的含义', kind: '种类'
  },
  en: {
    title: 'Yusuan workbench', back: 'Back', who: 'Your name', other: '中文', file: 'File', organization: 'Organization', year: 'Year', stage: 'Stage',
    amounts: 'Amounts', verified: 'verified', unverified: 'unverified', disputed: 'disputed', person: 'confirmed by a person', errors: 'Contradictions', corrections: 'Corrections',
    open: 'To look at', filter: 'Filter by organization, year, file', none: 'No amount needs a look.', look: 'Look at', accept: 'Accept (Enter)', next: 'Next (j)', previous: 'Previous (k)', undo: 'Undo (u)',
    plan: (looks, covered, open) => `${looks} looks, and about ${covered} of ${open} open amounts are verified`,
    several: n => `Line by line: are these ${n} amounts as in the picture? Digits retype the marked line, ↑↓ change the line, Enter accepts all`, acceptAll: n => `Accept these ${n} (Enter)`,
    gain: n => `likely to verify ${n} amounts`, read: 'Read as', readings: 'The image also offers', sums: 'Identities it stands in', HOLDS: 'holds', ROUNDS: 'holds but for rounding', FAILS: 'fails', page: 'Page', zoom: 'Zoom',
    empty: '(blank)', whoNeeded: 'Fill in your name first, at the top.', findings: 'Findings', tables: 'Tables', noPicture: 'The document is not there: name its folder with --sources.', unreadable: 'Files that cannot be read', history: 'Corrections made', budget: 'budget', final_accounts: 'final accounts', execution: 'execution', column: 'Meaning',
    findingsOf: 'Findings', dismissed: 'dismissed', accepted: 'accepted', accept2: 'Accept (a)', dismiss: 'Dismiss (d)', reason: 'Why it is dismissed', reasonNeeded: 'Say why it is dismissed.', takeBack: 'Take back', exportPage: 'Save as a page (e)', print: 'Print (p)',
    report: 'Figures that disagree in a published document', notice: 'A note on the reading', sha: 'SHA-256 of the file', inTable: 'In the table', inText: 'In the text', pages: 'Pages', published: 'Published', expected: 'By the other amounts', difference: 'Difference', yuan: 'yuan', sentence: 'Text', amount: 'The amount', others: 'What it is held against', whereNotFound: 'The sentence could not be placed on the page: the whole page is shown.',
    check: 'To check: download the same file from the publisher; its SHA-256 must be the one above. Then look at the marked places on the pages named. The publisher’s file decides.', by: 'Reviewed', openCell: 'Show in the table', next2: 'Next (j)', previous2: 'Previous (k)', whole: 'whole page', left: n => `${n} files are still being read…`, address: 'Copy address', copied: 'Copied: ', region: 'Region', noFindings: 'No finding needs a look.',
    draw: 'Draw a table (t)', searchFacts: 'Search the amounts of the database', code: 'Code', contains: 'Name contains', kindFacet: 'Kind of table', status: 'Status', vouched: 'Vouched for by', basis: 'Basis', any: '(any)', amount2: 'Amount (yuan)', line: 'Line', found: n => `${n} amounts`, arithmetic: 'arithmetic', text_layer: 'text layer', recognition: 'recognition', file2: 'a file', tableTitle: 'Table', drawHint: 'Drag the area of the table, then click to add lines between columns and rows; drag a line to move it. Rows may be left out: they are told by the text.', drawArea: 'Area', drawColumn: 'Column line', drawRow: 'Row line', drawRemove: 'Remove a line', columnLines: 'Column lines (pt)', rowLines: 'Row lines (pt)', headerRows: 'Header rows', readAgain: 'Read again so', clearLines: 'Clear lines', cancel: 'Cancel', drawFirst: 'Draw the area and at least one column line first.', reading: 'Reading again…', meaning: 'Kind of the table and meaning of its columns', kind: 'Kind'
  }
};

let language = localStorage.getItem('language') || (navigator.language.startsWith('zh') ? 'zh' : 'en');

/** The words of the language at work. */
export const t = () => WORDS[language];

/** The words of one language. */
export const words = name => WORDS[name];

export const isChinese = () => language === 'zh';

export function otherLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
}
