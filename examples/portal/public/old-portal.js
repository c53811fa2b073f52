/* As pages of that time are written: one script, jQuery, no build. */
$(function () {
  $.getJSON('/config.json', function (config) {
    var token = null;
    var add = function (place, name, attributes) {
      var element = $('<' + name + '>').attr($.extend({ endpoint: config.graphqlUrl, heading: '' }, attributes));
      /* Not by .prop(): jQuery calls a function that it is given for a value. */
      element[0].getToken = function () {
        return token;
      };
      return element.appendTo(place);
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
    $('#tai-khoan').on('change', function () {
      var account = $(this).val();
      token = null;
      if (!account) return feed[0].refresh();
      $.ajax({
        url: config.signInUrl + '/token',
        method: 'POST',
        contentType: 'application/json',
        data: JSON.stringify({ account: account }),
        success: function (answer) {
          token = answer.access_token;
          feed[0].refresh();
        },
      });
    });
  });
});
