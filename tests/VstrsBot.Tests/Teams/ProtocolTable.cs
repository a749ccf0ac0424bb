using VstrsBot.Tests.Journeys.Boundary;
using VstrsBot.Tests.Journeys.Intake;

namespace VstrsBot.Tests.Teams;

/// <summary>
/// What the documentation and the tests of other SDKs say a bot's door must withstand, and which tests here show that it does. A forgery is a
/// name of <see cref="Forgeries"/>: each is put to the running endpoint, to the whole bot, and to the Bot Framework's own library.
/// </summary>
internal static class ProtocolTable
{
    public static readonly IReadOnlyList<ProtocolLine> Lines =
    [
        // "Authenticate requests with the Bot Connector API": the eight checks.
        Line("check 1: Authorization: Bearer, and nothing else").Forged("nothing after the scheme", "scheme alone", "no scheme", "another scheme", "scheme in small letters", "two spaces", "two tokens in one header")
            .By<ForgedTokenTests>(nameof(ForgedTokenTests.A_call_without_the_header_gets_401), nameof(ForgedTokenTests.A_call_with_the_header_twice_gets_401)),
        Line("check 2: a well-formed, signed token").Forged("no token at all", "five parts", "far too long", "no signature", "claims a list", "claims no JSON", "header no JSON", "half a character in a claim", "a claim twice", "a header member twice")
            .By<MutatedTokenTests>(nameof(MutatedTokenTests.No_change_of_one_character_of_the_signature_is_accepted), nameof(MutatedTokenTests.The_same_bytes_in_another_spelling_are_no_token)),
        Line("check 3: the issuer, exactly").Forged("another issuer", "issuer with a slash", "no issuer", "issuer a number", "issuer of another cloud"),
        Line("check 4: the audience is this bot").Forged("another bot's", "no audience", "empty audience", "audience with a slash", "audience as address", "audience that holds ours", "audience that begins as ours", "audience in braces", "audiences, ours among them", "audience as a list of one"),
        Line("check 5: now is inside nbf..exp, five minutes either way").Forged("run out", "not yet valid", "ends before it begins", "no end", "no beginning", "end as text", "end past all years")
            .By<ForgedTokenTests>(nameof(ForgedTokenTests.Clocks_may_differ_by_five_minutes)),
        Line("check 6: signed by a listed key with the listed algorithm").Forged("PS256", "RS384", "RS512", "a critical extension", "no key named", "empty key name", "key name in other letters", "key nobody published", "signed by another key than named")
            .By<G20_KeyRolloverTests>(nameof(G20_KeyRolloverTests.Keys_for_another_algorithm_are_not_used), nameof(G20_KeyRolloverTests.A_key_shorter_than_2048_bits_is_refused), nameof(G20_KeyRolloverTests.A_key_for_encryption_is_refused)),
        Line("check 7: the key that signed is endorsed for the channel").By<WhoGetsInTests>(nameof(WhoGetsInTests.A_key_that_may_not_speak_for_teams_gets_401), nameof(WhoGetsInTests.A_key_without_endorsements_gets_401), nameof(WhoGetsInTests.Another_channel_gets_401)),
        Line("check 8: the token is about the activity's service address").Forged("no service address", "empty service address", "service address a list", "another service address", "service address with two slashes")
            .By<WhoGetsInTests>(nameof(WhoGetsInTests.A_service_address_other_than_the_tokens_gets_401)).By<ForgedTokenTests>(nameof(ForgedTokenTests.A_service_address_that_differs_in_one_slash_or_in_capitals_is_the_same)),
        Line("stricter than the Bot Framework's own library, nowhere laxer").By<ConnectorDifferenceTests>(nameof(ConnectorDifferenceTests.Wherever_the_library_refuses_the_bot_refuses)),
        Line("no emulator, skill, AseChannel or Entra path").Forged("issuer of the bot's own emulator", "another bot as skill", "issuer of a directory, version 1", "issuer of a directory, version 2").By<WhoGetsInTests>(nameof(WhoGetsInTests.Another_channel_gets_401)),

        // Attacks that the SDKs' own tests hold.
        Line("attack: no header").By<ForgedTokenTests>(nameof(ForgedTokenTests.A_call_without_the_header_gets_401)),
        Line("attack: another scheme; Bearer with nothing; not a token").Forged("another scheme", "nothing after the scheme", "no token at all"),
        Line("attack: the header sent twice, or as a list").Forged("two tokens in one header").By<ForgedTokenTests>(nameof(ForgedTokenTests.A_call_with_the_header_twice_gets_401)),
        Line("attack: algorithm none or HS256").Forged("algorithm none", "algorithm none, unsigned", "public key as shared secret"),
        Line("attack: run out; not yet valid").Forged("run out", "not yet valid"),
        Line("attack: a signing certificate that has run out").By<G20_KeyRolloverTests>(nameof(G20_KeyRolloverTests.A_key_whose_certificate_has_run_out_is_refused), nameof(G20_KeyRolloverTests.A_key_whose_certificate_has_not_begun_is_refused)),
        Line("attack: wrong, missing or empty audience; the right one with a wrong issuer").Forged("another bot's", "no audience", "empty audience", "another issuer"),
        Line("attack: missing or non-string issuer; the other cloud's").Forged("no issuer", "issuer a number", "issuer of another cloud"),
        Line("attack: a directory's issuer whose tenant is not the token's").Forged("issuer of a directory, version 1", "issuer of a directory, version 2"),
        Line("attack: a key of another tenant in the directories' common set").Forged("issuer of a directory, signed by a key of its set"),
        Line("attack: the keys cannot be fetched").By<G20_KeyRolloverTests>(nameof(G20_KeyRolloverTests.Keys_that_cannot_be_fetched_at_the_start_let_nobody_in), nameof(G20_KeyRolloverTests.An_issuer_that_is_down_at_the_start_is_asked_again), nameof(G20_KeyRolloverTests.Keys_at_an_unsafe_address_are_not_fetched)),
        Line("attack: missing or different service address; a last slash only").Forged("no service address", "another service address").By<ForgedTokenTests>(nameof(ForgedTokenTests.A_service_address_that_differs_in_one_slash_or_in_capitals_is_the_same)),
        Line("attack: a channel the key is not endorsed for").By<WhoGetsInTests>(nameof(WhoGetsInTests.A_key_that_may_not_speak_for_teams_gets_401)),
        Line("attack: a skill's claims").Forged("another bot as skill"),
        Line("attack: claims read from the decoded, not the validated token").Forged("signed by another key than named").By<MutatedTokenTests>(nameof(MutatedTokenTests.No_change_of_one_character_of_the_rest_is_accepted)).By<G21_FuzzTests>(nameof(G21_FuzzTests.No_mutated_token_gets_in)),
        Line("attack: compared by substring").Forged("audience that holds ours", "audience that begins as ours"),
        Line("attack: a bot without an app id").By<NamelessBotTests>(nameof(NamelessBotTests.No_token_is_for_a_bot_without_an_app_id)).By<TeamsSettingsTests>(nameof(TeamsSettingsTests.Without_an_app_id_nothing_starts)),
        Line("attack: DELETE or GET on the endpoint").By<BodyTests>(nameof(BodyTests.Other_methods_get_405)),
        Line("attack: control characters of an activity in the log; a token in the log").By<AnswerTests>(nameof(AnswerTests.No_field_of_an_activity_writes_a_line_of_its_own_in_the_log), nameof(AnswerTests.Nothing_anybody_typed_and_no_token_stands_in_any_log_at_any_level)),

        // "Agent trust model", "Get Teams context".
        Line("who: missing, foreign or disagreeing tenant").By<WhoGetsInTests>(nameof(WhoGetsInTests.A_foreign_tenant_gets_403), nameof(WhoGetsInTests.No_tenant_gets_403), nameof(WhoGetsInTests.Tenants_that_disagree_get_403)),
        Line("who: anonymous, or no object id").By<WhoGetsInTests>(nameof(WhoGetsInTests.Somebody_without_an_object_id_gets_403), nameof(WhoGetsInTests.A_guest_gets_403)),
        Line("who: guests and shared-channel members, told by their member record").By<PR5_GuestsTests>(nameof(PR5_GuestsTests.Nothing_of_theirs_is_heard_or_answered_or_kept), nameof(PR5_GuestsTests.While_Teams_does_not_say_who_somebody_is_only_the_register_is_believed)),
        Line("who: another bot's activity").By<WhoGetsInTests>(nameof(WhoGetsInTests.Another_bot_as_recipient_gets_403)),
        Line("who: refused before any handler, nothing sent, nothing written").By<PR5_OutsidersTests>(nameof(PR5_OutsidersTests.No_verb_and_no_word_of_theirs_does_anything)).By<DE3_ForgedCallsTests>(nameof(DE3_ForgedCallsTests.Nothing_is_left_of_it_but_a_counter_and_one_bland_line)),

        // Where tokens go.
        Line("out: nothing is sent and no token asked for off the list").By<ServiceHostTests>(nameof(ServiceHostTests.Nothing_is_sent_and_no_token_asked_for_off_the_list), nameof(ServiceHostTests.No_call_of_any_kind_goes_off_the_list)).By<WhoGetsInTests>(nameof(WhoGetsInTests.A_service_address_off_the_list_gets_403_even_when_the_token_names_it)),
        Line("out: redirects are not followed").By<ConnectorFaultTests>(nameof(ConnectorFaultTests.A_redirect_is_not_followed)).By<ConnectorTokenTests>(nameof(ConnectorTokenTests.A_token_service_that_points_elsewhere_is_not_followed)),
        Line("out: more hosts by setting; loopback refused in Production").By<ServiceHostTests>(nameof(ServiceHostTests.Another_clouds_host_is_added_by_setting)).By<TeamsSettingsTests>(nameof(TeamsSettingsTests.Addresses_on_this_machine_stop_the_start_in_production)),
        Line("out: one fresh token after 401, and no more").By<ConnectorFaultTests>(nameof(ConnectorFaultTests.After_401_one_fresh_token_is_tried), nameof(ConnectorFaultTests.A_second_401_is_told)),
        Line("out: every kind of credential").By<ConnectorTokenTests>(nameof(ConnectorTokenTests.A_token_is_asked_where_the_setting_says_and_kept), nameof(ConnectorTokenTests.A_certificate_proves_who_the_bot_is_without_a_secret))
            .By<IdentityTokenTests>(nameof(IdentityTokenTests.A_federated_bot_proves_itself_by_its_managed_identity_and_sends_no_secret), nameof(IdentityTokenTests.A_bot_that_is_itself_a_managed_identity_asks_for_the_connectors_token_and_keeps_it)),

        // What comes in.
        Line("keys: rolled over, taken back, down at the start, hanging, flooded").By<G20_KeyRolloverTests>(
            nameof(G20_KeyRolloverTests.A_new_key_is_believed_within_a_minute_of_the_start), nameof(G20_KeyRolloverTests.A_busy_bot_refuses_a_key_taken_back_after_a_minute), nameof(G20_KeyRolloverTests.An_issuer_that_is_down_at_the_start_is_asked_again),
            nameof(G20_KeyRolloverTests.An_issuer_that_hangs_costs_every_caller_the_same_five_seconds), nameof(G20_KeyRolloverTests.Somebody_with_an_unknown_key_keeps_nobody_else_waiting_while_the_issuer_hangs), nameof(G20_KeyRolloverTests.Tokens_with_unknown_keys_cause_at_most_two_fetches_a_minute_of_both_documents_together)),
        Line("in: status codes 200, 400, 401, 403, 405, 408, 413, 415, 501").By<AnswerTests>(nameof(AnswerTests.A_message_is_answered_200_and_nothing_whatever_the_handler_says), nameof(AnswerTests.An_unknown_invoke_is_answered_501))
            .By<BodyTests>(nameof(BodyTests.What_is_no_activity_gets_400), nameof(BodyTests.Another_content_type_gets_415), nameof(BodyTests.A_body_over_the_limit_gets_413), nameof(BodyTests.A_body_that_does_not_come_in_time_gets_408), nameof(BodyTests.Other_methods_get_405)),
        Line("in: the same act twice, under one id, two ids, or both at once").By<DeliveredTwiceTests>(nameof(DeliveredTwiceTests.Each_act_happens_once)).By<IN8_DeliveredAgainTests>(),
        Line("in: a pointer to another's handoff; verb, data, trigger or inputs missing or of another kind").By<BadPressesTests>(nameof(BadPressesTests.Another_handoffs_number_gives_no_rights_in_it), nameof(BadPressesTests.Every_verb_without_its_fields_is_answered_and_changes_nothing))
            .By<BadBodiesTests>(nameof(BadBodiesTests.A_press_that_cannot_be_read_is_answered_with_a_sentence), nameof(BadBodiesTests.An_unknown_verb_is_answered_with_a_sentence)).By<CardActionTests>(nameof(CardActionTests.A_press_without_trigger_or_data_is_still_one), nameof(CardActionTests.Ten_thousand_characters_are_read_as_they_came)),
        Line("in: a press as a message, a mention alone, two mentions, spaces that do not break").By<OldClientTests>(nameof(OldClientTests.A_press_that_comes_as_a_message_counts), nameof(OldClientTests.A_mention_and_nothing_more_draws_help), nameof(OldClientTests.Spaces_that_do_not_break_are_spaces), nameof(OldClientTests.Two_mentions_of_the_bot_are_none_of_the_words)),
        Line("in: an answer within ten seconds").By<AnswerTests>(nameof(AnswerTests.An_answer_that_takes_too_long_is_given_up), nameof(AnswerTests.An_issuer_and_a_handler_that_both_hang_cost_nine_seconds_together))
            .By<G19_AnswersInTimeTests>(nameof(G19_AnswersInTimeTests.Every_press_and_word_of_everybody_is_over_in_ten_seconds)),
    ];

    private static ProtocolLine Line(string what) => new(what, [], []);
}

/// <summary>A line of the table.</summary>
/// <param name="What">What is to hold.</param>
/// <param name="Forgeries">Forged headers that show it, by name.</param>
/// <param name="Tests">Test classes that show it, with the tests; none named means all of the class.</param>
internal sealed record ProtocolLine(string What, IReadOnlyList<string> Forgeries, IReadOnlyList<(Type Class, string? Test)> Tests)
{
    public ProtocolLine Forged(params string[] names) => this with { Forgeries = [.. Forgeries, .. names] };

    public ProtocolLine By<T>(params string[] tests) => this with { Tests = [.. Tests, .. tests.DefaultIfEmpty(null).Select(test => (typeof(T), test))] };
}
