package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxTests {
    @Test
    void alignsChineseCharactersThatTakeTwoColumns() {
        var box = new Box("Wangge 网格").row("停止 stop", "Ctrl-C").row("", "（再见）");

        assertThat(box).hasToString("""
                ┌──────────────────────┐
                │ Wangge 网格          │
                ├──────────────────────┤
                │ 停止 stop   Ctrl-C   │
                │             （再见） │
                └──────────────────────┘""");
    }

    @Test
    void showsTheFiguresOfTheStreet() {
        var box = new Box("");

        Welcome.figures(box, new Figures(1, 10, 46, 86, 634, 66_473, 23_104, 31_002, 1_001, 9_000, 19));

        assertThat(box.toString())
                .contains("1 subdistrict 街道, 10 communities 社区, 46 grids 网格")
                .contains("86 resident groups 小组, 634 courtyards 院落")
                .contains("66,473 residents 居民, 23,104 households 户, 31,002 premises 房屋")
                .contains("1,001 members 网格员队伍, 9,000 issues 诉求")
                .contains("19 demo accounts", "yunxi-demo-street");
        assertThat(box.toString().lines().map(Box::width).distinct()).hasSize(1);
    }

    @Test
    void saysNothingOfDemoAccountsThatAreDisabled() {
        var box = new Box("");

        Welcome.figures(box, new Figures(1, 10, 46, 86, 634, 66_473, 23_104, 31_002, 1_001, 9_000, 0));

        assertThat(box.toString()).doesNotContain("demo accounts");
    }

    @Test
    void showsNoFiguresOfAnEmptyDatabase() {
        var box = new Box("");

        Welcome.figures(box, new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(box.toString().lines()).hasSize(4);
    }
}
