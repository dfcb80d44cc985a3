package org.wangge.access.account;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;

/// What is sealed of an account.
@Component
class AccountCells implements CellColumns {
    @Override
    public List<CellColumn> columns() {
        return List.of(
                new CellColumn("account.phone", "account_phone", "account_id", "phone_cell", "phone_index"),
                new CellColumn("account.openid", "account_wechat", "id", "openid_cell", "openid_index"));
    }
}
