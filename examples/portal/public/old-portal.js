/* As pages of that time are written: one script, jQuery, no build. */
$(function () {
  $.getJSON('/config.json', function (config) {
    var elements = [];
    var add = function (place, name, attributes) {
      var element = $('<' + name + '>').attr($.extend({ endpoint: config.graphqlUrl, heading: '' }, attributes));
      elements.push(element[0]);
      return element.appendTo(place);
    };
    /* With each change what the person before could see is gone, and the elements ask anew. */
    var setToken = function (token) {
      $.each(elements, function (_index, element) {
        /* Not by .prop(): jQuery calls a function that it is given for a value. */
        element.getToken = token && function () {
          return token;
        };
      });
    };
    add('#tim-to', 'cnscd-team-finder', { unit: '45', 'as-of': '2023-09-30' });
    add('#chi-tieu', 'cnscd-kpi-board', { unit: '45', period: '2023', breakdown: 'DISTRICT' });
    var feed = add('#hoat-dong', 'cnscd-activity-feed', { 'page-size': '5' });
    feed.on('cnscd-auth-required', function () {
      $('#can-dang-nhap').prop('hidden', false);
    });
    feed.on('cnscd-load', function () {
      $('#can-dang-nhap').prop('hidden', true);
    });
    if (!config.signInUrl) return;
    $.getJSON(config.signInUrl + '/accounts', function (accounts) {
      $.each(accounts, function (_index, account) {
        $('<option>')
          .val(account.id)
          .text(account.name.vi + ', ' + account.unit.vi)
          .appendTo('#tai-khoan');
      });
      $('#dang-nhap').prop('hidden', false);
    });
    var changes = 0;
    $('#tai-khoan').on('change', function () {
      var account = $(this).val();
      /* A token that comes after somebody else was chosen is nobody's. */
      var change = ++changes;
      var isCurrent = function () {
        return change === changes;
      };
      setToken(null);
      $('#khong-dang-nhap-duoc').prop('hidden', true);
      if (!account) return;
      $.ajax({
        url: config.signInUrl + '/token',
        method: 'POST',
        contentType: 'application/json',
        data: JSON.stringify({ account: account }),
        success: function (answer) {
          if (isCurrent()) setToken(answer.access_token);
        },
        error: function () {
          if (isCurrent()) $('#khong-dang-nhap-duoc').prop('hidden', false);
        },
      });
    });
  });
});
