package io.mallhub.identity.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {
    Account save(Account account);

    /** Who wants the same login at the same moment waits here until the other is done. */
    @Query(
            nativeQuery = true,
            value = "select 1 from pg_advisory_xact_lock(hashtextextended(:loginKey, 120))")
    int reserveLogin(String loginKey);

    boolean existsByLoginKey(String loginKey);

    Optional<Account> findByLoginKey(String loginKey);

    /** Attempts on one login wait for each other here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.loginKey = :loginKey")
    Optional<Account> lockByLoginKey(String loginKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockById(UUID id);

    @Query("select b from BuyerAccount b where b.company = :company order by b.loginKey")
    List<BuyerAccount> buyersOf(UUID company);

    @Query(
            value = "select s from StaffAccount s order by s.loginKey",
            countQuery = "select count(s) from StaffAccount s")
    Page<StaffAccount> staff(Pageable page);

    @Query("select s from StaffAccount s join s.roles r where s.enabled and r = Role.ADMIN")
    List<StaffAccount> admins();

    @Query(
            nativeQuery = true,
            value =
                    """
                    select a.* from account a join staff_duty d on d.account = a.id
                    where a.enabled and d.role = :role order by a.login_key
                    """)
    List<StaffAccount> staffWith(String role);

    @Query(
            nativeQuery = true,
            value =
                    """
                    select a.* from account a where a.enabled and (
                        exists (select from staff_role r where r.account = a.id and r.role = :code)
                        or exists (select from staff_team_role r
                            where r.account = a.id and r.role = :code))
                    order by a.login_key
                    """,
            countQuery =
                    """
                    select count(*) from account a where a.enabled and (
                        exists (select from staff_role r where r.account = a.id and r.role = :code)
                        or exists (select from staff_team_role r
                            where r.account = a.id and r.role = :code))
                    """)
    Page<StaffAccount> members(String code, Pageable page);
}
