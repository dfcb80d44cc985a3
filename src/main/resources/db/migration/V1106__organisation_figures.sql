-- Figures count contracts and certificates by grid.

create index service_contract_by_grid on service_contract (grid_key, from_on);
create index service_certificate_by_grid on service_certificate (grid_key, issued_at);
