import { expect, it } from 'vitest';
import { onStage } from './support/stage.ts';
import { violations, visitHost } from './support/visitor.ts';

const around = (code: string, [x, y]: [number, number]) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 0.2, y],
        [x + 0.2, y + 0.2],
        [x, y],
      ],
    ],
  },
});
const BOARD =
  '<cnscd-kpi-board id="board" unit="45" period="2023" breakdown="DISTRICT" indicators="COMMUNES">';

onStage('the map of a board', (stage) => {
  it('is drawn from what stands in the page, with its table behind', async () => {
    const { browser, host } = stage();
    const map = {
      type: 'FeatureCollection',
      features: [around('466', [107, 16.7]), around('468', [107.2, 16.7])],
    };
    const slotted = `<script type="application/geo+json" slot="geojson">${JSON.stringify(map)}</script>`;
    const { page } = await visitHost(browser, host, `${BOARD}${slotted}</cnscd-kpi-board>`);
    await page.locator('#board svg.map').waitFor();
    expect(await page.locator('#board svg.map path').count()).toBe(2);
    expect(await page.locator('#board svg.map').getAttribute('aria-label')).toContain('đơn vị có số liệu');
    await page.locator('#board .breakdown summary').click();
    expect(await page.locator('#board .breakdown tbody tr').count()).toBe(10);
    expect(await violations(page)).toEqual([]);
  });

  it('is refused in words and by an event where the islands are missing, and tiles stand instead', async () => {
    const { browser, host } = stage();
    const { page, events } = await visitHost(browser, host, `${BOARD}</cnscd-kpi-board>`);
    await page.locator('#board .tile').first().waitFor();
    const nation = { type: 'FeatureCollection', features: [around('01', [105, 21]), around('96', [105, 9])] };
    await page.evaluate(
      (geojson) => Object.assign(document.getElementById('board') ?? {}, { geojson }),
      nation,
    );
    await page.getByText('dữ liệu thiếu Hoàng Sa (Đà Nẵng) và Trường Sa (Khánh Hòa)').waitFor();
    expect(await page.locator('#board svg.map').count()).toBe(0);
    expect(await page.locator('#board .tile').count()).toBe(10);
    expect((await events()).filter((name) => name === 'cnscd-map-refused')).toHaveLength(1);
  });

  it('is judged by the unit that it is set with, once, and not by the one before', async () => {
    const { browser, host } = stage();
    const daNang = BOARD.replace('unit="45"', 'unit="48"');
    expect(daNang).not.toBe(BOARD);
    const { page } = await visitHost(browser, host, `${daNang}</cnscd-kpi-board>`);
    await page.getByText('Thành phố Đà Nẵng · Năm 2023').waitFor();
    // Of Quảng Trị, where no island lies; as a map of Đà Nẵng it would lack Hoàng Sa.
    const map = { type: 'FeatureCollection', features: [around('461', [107, 16.7])] };
    const given = { unit: '45', geojson: map };
    await page.evaluate((given) => Object.assign(document.getElementById('board') ?? {}, given), given);
    await page.locator('#board svg.map').waitFor();
    const refused = 'window.heard.filter(({ name }) => name === "cnscd-map-refused").length';
    expect(await page.evaluate(refused)).toBe(0);
    const back = { unit: '48', geojson: { ...map } };
    await page.evaluate((given) => Object.assign(document.getElementById('board') ?? {}, given), back);
    await page.getByText('dữ liệu thiếu Hoàng Sa (Đà Nẵng)').waitFor();
    expect(await page.evaluate(refused)).toBe(1);
  });

  it('goes down to a unit and back, unless the page does that itself', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, `${BOARD}</cnscd-kpi-board>`);
    await page.getByRole('button', { name: /^Huyện Cam Lộ: 8/ }).click();
    await page.getByRole('button', { name: 'Trở lại Tỉnh Quảng Trị' }).click();
    await page.getByRole('button', { name: /^Huyện Cam Lộ: 8/ }).waitFor();
    await page.evaluate(`document.addEventListener('cnscd-unit-select', (event) => event.preventDefault())`);
    await page.getByRole('button', { name: /^Huyện Cam Lộ: 8/ }).click();
    expect(await page.evaluate('board.unit')).toBe('45');
  });
});
