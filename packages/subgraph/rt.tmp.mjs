import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { readFileSync, writeFileSync } from 'node:fs';
const base = process.memoryUsage().rss; let peak=0; const timer=setInterval(()=>{peak=Math.max(peak,process.memoryUsage().rss)},5);
const t=performance.now(); const wb = await openXlsx(readFileSync(process.argv[2])); console.log('open', performance.now()-t, (process.memoryUsage().rss-base)/1e6);
const s = wb.sheets[0]; console.log(Object.keys(wb), Object.keys(s), s.cells?.size);
s.cells ??= new Map(); s.cells.set('1,2', { ...(s.cells.get('1,2')??{}), value: 912345678, style:{ fill:{type:'pattern',pattern:'solid',fgColor:{rgb:'FFC7CE'}} }, comment:{author:'cnscd', text:'Lỗi: số điện thoại'} });
const out = await saveXlsx(wb); peak=Math.max(peak,process.memoryUsage().rss); console.log('save', performance.now()-t, (peak-base)/1e6, out.length); writeFileSync('/tmp/rt.xlsx', out); clearInterval(timer);
