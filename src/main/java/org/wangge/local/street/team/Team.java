package org.wangge.local.street.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.History;

/// The 985 who serve the street, and where they have served.
public final class Team {
    private final List<Department> departments;
    private final List<Member> members;
    private final List<Service> services;
    private final Map<String, List<Service>> byOffice;

    private Team(List<Department> departments, List<Member> members, List<Service> services) {
        this.departments = departments;
        this.members = members;
        this.services = services;
        this.byOffice =
                services.stream().collect(Collectors.groupingBy(service -> office(service.role(), service.place())));
    }

    public static Team of(Land land, History history) {
        var departments = Department.of(land);
        var register = new Register(departments);
        var services = new Appointments(register, history).over(land);
        return new Team(departments, register.members(), services);
    }

    /// Who held the role at the place on that day.
    public Member serving(Place place, Calling calling, LocalDate day) {
        return Objects.requireNonNull(byOffice.get(office(calling.role(), place))).stream()
                .filter(service -> service.covers(day))
                .findFirst()
                .orElseThrow()
                .member();
    }

    /// The cadres of an office of the subdistrict, such as `GOVERNANCE`.
    public List<Member> office(String code) {
        var office = departments.stream()
                .filter(department -> department.code().equals("YX-" + code))
                .findFirst()
                .orElseThrow();
        return cadres().stream()
                .filter(cadre -> office.id().equals(cadre.departmentId()))
                .toList();
    }

    public List<Department> departments() {
        return departments;
    }

    public List<Member> members() {
        return members;
    }

    List<Service> services() {
        return services;
    }

    List<Member> cadres() {
        return members.stream()
                .filter(member -> member.calling() == Calling.CADRE)
                .toList();
    }

    private static String office(String role, Place place) {
        return role + place.key();
    }
}
