package org.wangge.issue.statistics;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.grid.GridId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How a grid stands, once or live.
@Controller
class BoardController {
    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @QueryMapping("board")
    Mono<BoardFigures> boardNow(@Argument GridId gridId, @ContextValue Viewer viewer) {
        return board.now(gridId, viewer);
    }

    @SubscriptionMapping
    Flux<BoardFigures> board(@Argument GridId gridId, @ContextValue Viewer viewer, @ContextValue Presence presence) {
        return board.live(gridId, viewer, presence);
    }
}
