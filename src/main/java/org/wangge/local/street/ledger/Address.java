package org.wangge.local.street.ledger;

import org.wangge.local.street.land.Place;

/// How places write their addresses: blocks, entrances and floors in an estate, numbers in a yard.
final class Address {
    private static final String TOWN = "示范市云溪街道";

    private Address() {}

    static String home(Place courtyard, int number) {
        return courtyard.isEstate() ? flat(courtyard, number) : yard(courtyard) + (number + 1) + "号";
    }

    static String work(Place courtyard, String road, int number) {
        return TOWN + courtyard.at(2).name() + road + number + "号";
    }

    private static String flat(Place courtyard, int number) {
        var block = number / 24 + 1;
        var entrance = number % 24 / 12 + 1;
        var floor = number % 12 / 2 + 1;
        var place = TOWN + courtyard.at(2).name() + courtyard.name();
        return place + block + "栋" + entrance + "单元" + floor + "0" + (number % 2 + 1) + "号";
    }

    private static String yard(Place courtyard) {
        return TOWN + courtyard.at(4).name() + courtyard.name();
    }
}
