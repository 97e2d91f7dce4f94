// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.
/* eslint-disable */
// @ts-nocheck
"use strict";
exports.validate = validate10;
const schema11 = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: [
    "name",
    "description",
    "contactLists",
    "dncLists",
    "priority",
    "dialingMode",
    "dialingStrategy",
    "campaignType",
  ],
  properties: {
    $schema: { type: "string" },
    name: { type: "string", maxLength: 48 },
    description: { type: "string", maxLength: 256 },
    contactLists: { type: "array", minItems: 1, items: { type: "string" } },
    dncLists: { $ref: "#/definitions/DoNotCallList" },
    priority: { $ref: "#/definitions/Priority" },
    dialingMode: { $ref: "#/definitions/DialingMode" },
    dialingStrategy: { $ref: "#/definitions/DialingStrategy" },
    schedule: { $ref: "#/definitions/Schedule" },
    queue_name: { type: "string" },
    maxSkips: { type: "integer", minimum: 0 },
    experienceFlowName: { type: "string" },
    enableMachineDetect: {},
    campaignType: { $ref: "#/definitions/CampaignType" },
  },
  allOf: [
    {
      if: { properties: { dialingMode: { const: "Preview" } }, required: ["dialingMode"] },
      then: { required: ["queue_name", "maxSkips"] },
    },
    {
      if: { properties: { dialingMode: { const: "Progressive" } }, required: ["dialingMode"] },
      then: { required: ["queue_name"] },
    },
    {
      if: { properties: { dialingMode: { const: "Agentless" } }, required: ["dialingMode"] },
      then: {
        required: ["experienceFlowName", "enableMachineDetect"],
        properties: { enableMachineDetect: { $ref: "#/definitions/MachineDetection" } },
      },
    },
  ],
  definitions: {
    DoNotCallList: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
    Priority: { type: "string", enum: ["1", "2", "3", "4", "5"] },
    DialingMode: { type: "string", enum: ["Preview", "Progressive", "Agentless"] },
    CampaignType: { type: "string", enum: ["voice", "sms"] },
    MachineDetection: { type: "string", enum: ["no", "detect", "disconnect"] },
    DialingStrategy: {
      type: "object",
      required: [
        "callerId",
        "callingHours",
        "dialingOrder",
        "maxAttemptsPerRecord",
        "defaultRetryPeriod",
        "maxRingTime",
      ],
      properties: {
        callerId: { $ref: "#/definitions/CallerId" },
        callingHours: { $ref: "#/definitions/CallingHours" },
        dialingOrder: { $ref: "#/definitions/DialingOrder" },
        maxAttemptsPerRecord: { type: "integer", minimum: 1, maximum: 100 },
        defaultRetryPeriod: { type: "integer", minimum: 1, maximum: 1440 },
        maxRingTime: { type: "integer", minimum: 5, maximum: 120 },
      },
    },
    CallerId: { type: "object", required: ["phoneNumber"], properties: { phoneNumber: { type: "string" } } },
    CallingHours: {
      type: "object",
      required: ["frequency", "timezone", "days"],
      properties: {
        frequency: { $ref: "#/definitions/CallingFrequency" },
        timezone: { type: "string" },
        days: { type: "array", items: { $ref: "#/definitions/CallingWindow" } },
      },
      if: { properties: { frequency: { const: "WEEKLY" } }, required: ["frequency"] },
      then: { properties: { days: { items: { required: ["day"] } } } },
    },
    CallingFrequency: { type: "string", enum: ["WEEKLY", "DAILY", "CUSTOM"] },
    CallingWindow: {
      type: "object",
      required: ["start", "end"],
      properties: {
        day: { $ref: "#/definitions/DayCode" },
        start: { type: "string", pattern: "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" },
        end: { type: "string", pattern: "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" },
      },
    },
    DayCode: { type: "string", enum: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] },
    DialingOrder: { type: "string", enum: ["FIFO", "LIFO"] },
    Schedule: { type: "object", properties: { isSchedulingEnabled: { type: "boolean" } } },
  },
};
const schema12 = { type: "string", enum: ["no", "detect", "disconnect"] };
const schema13 = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const schema14 = { type: "string", enum: ["1", "2", "3", "4", "5"] };
const schema15 = { type: "string", enum: ["Preview", "Progressive", "Agentless"] };
const schema23 = { type: "object", properties: { isSchedulingEnabled: { type: "boolean" } } };
const schema24 = { type: "string", enum: ["voice", "sms"] };
const func2 = require("ajv/dist/runtime/ucs2length").default;
const schema16 = {
  type: "object",
  required: [
    "callerId",
    "callingHours",
    "dialingOrder",
    "maxAttemptsPerRecord",
    "defaultRetryPeriod",
    "maxRingTime",
  ],
  properties: {
    callerId: { $ref: "#/definitions/CallerId" },
    callingHours: { $ref: "#/definitions/CallingHours" },
    dialingOrder: { $ref: "#/definitions/DialingOrder" },
    maxAttemptsPerRecord: { type: "integer", minimum: 1, maximum: 100 },
    defaultRetryPeriod: { type: "integer", minimum: 1, maximum: 1440 },
    maxRingTime: { type: "integer", minimum: 5, maximum: 120 },
  },
};
const schema17 = {
  type: "object",
  required: ["phoneNumber"],
  properties: { phoneNumber: { type: "string" } },
};
const schema22 = { type: "string", enum: ["FIFO", "LIFO"] };
const schema18 = {
  type: "object",
  required: ["frequency", "timezone", "days"],
  properties: {
    frequency: { $ref: "#/definitions/CallingFrequency" },
    timezone: { type: "string" },
    days: { type: "array", items: { $ref: "#/definitions/CallingWindow" } },
  },
  if: { properties: { frequency: { const: "WEEKLY" } }, required: ["frequency"] },
  then: { properties: { days: { items: { required: ["day"] } } } },
};
const schema19 = { type: "string", enum: ["WEEKLY", "DAILY", "CUSTOM"] };
const schema20 = {
  type: "object",
  required: ["start", "end"],
  properties: {
    day: { $ref: "#/definitions/DayCode" },
    start: { type: "string", pattern: "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" },
    end: { type: "string", pattern: "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" },
  },
};
const schema21 = { type: "string", enum: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] };
const pattern0 = new RegExp("^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$", "u");

function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.start === undefined) {
      const err0 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "start" },
        message: "must have required property '" + "start" + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.end === undefined) {
      const err1 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "end" },
        message: "must have required property '" + "end" + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.day !== undefined) {
      let data0 = data.day;
      if (typeof data0 !== "string") {
        const err2 = {
          instancePath: instancePath + "/day",
          schemaPath: "#/definitions/DayCode/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(
        data0 === "MO" ||
        data0 === "TU" ||
        data0 === "WE" ||
        data0 === "TH" ||
        data0 === "FR" ||
        data0 === "SA" ||
        data0 === "SU"
      )) {
        const err3 = {
          instancePath: instancePath + "/day",
          schemaPath: "#/definitions/DayCode/enum",
          keyword: "enum",
          params: { allowedValues: schema21.enum },
          message: "must be equal to one of the allowed values",
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.start !== undefined) {
      let data1 = data.start;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err4 = {
            instancePath: instancePath + "/start",
            schemaPath: "#/properties/start/pattern",
            keyword: "pattern",
            params: { pattern: "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" },
            message:
              'must match pattern "' + "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" + '"',
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + "/start",
          schemaPath: "#/properties/start/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.end !== undefined) {
      let data2 = data.end;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          const err6 = {
            instancePath: instancePath + "/end",
            schemaPath: "#/properties/end/pattern",
            keyword: "pattern",
            params: { pattern: "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" },
            message:
              'must match pattern "' + "^(0?[1-9]|1[0-2]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)? (AM|PM)$" + '"',
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + "/end",
          schemaPath: "#/properties/end/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = {
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}

function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.frequency === undefined && (missing0 = "frequency")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.frequency !== undefined) {
        if ("WEEKLY" !== data.frequency) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.days !== undefined) {
        let data1 = data.days;
        if (Array.isArray(data1)) {
          const len0 = data1.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data2 = data1[i0];
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
              if (data2.day === undefined) {
                const err2 = {
                  instancePath: instancePath + "/days/" + i0,
                  schemaPath: "#/then/properties/days/items/required",
                  keyword: "required",
                  params: { missingProperty: "day" },
                  message: "must have required property '" + "day" + "'",
                };
                if (vErrors === null) {
                  vErrors = [err2];
                } else {
                  vErrors.push(err2);
                }
                errors++;
              }
            }
          }
        }
      }
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: "#/if",
      keyword: "if",
      params: { failingKeyword: "then" },
      message: 'must match "then" schema',
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.frequency === undefined) {
      const err4 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "frequency" },
        message: "must have required property '" + "frequency" + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.timezone === undefined) {
      const err5 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "timezone" },
        message: "must have required property '" + "timezone" + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.days === undefined) {
      const err6 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "days" },
        message: "must have required property '" + "days" + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.frequency !== undefined) {
      let data3 = data.frequency;
      if (typeof data3 !== "string") {
        const err7 = {
          instancePath: instancePath + "/frequency",
          schemaPath: "#/definitions/CallingFrequency/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data3 === "WEEKLY" || data3 === "DAILY" || data3 === "CUSTOM")) {
        const err8 = {
          instancePath: instancePath + "/frequency",
          schemaPath: "#/definitions/CallingFrequency/enum",
          keyword: "enum",
          params: { allowedValues: schema19.enum },
          message: "must be equal to one of the allowed values",
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.timezone !== undefined) {
      if (typeof data.timezone !== "string") {
        const err9 = {
          instancePath: instancePath + "/timezone",
          schemaPath: "#/properties/timezone/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.days !== undefined) {
      let data5 = data.days;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (
            !validate13(data5[i1], {
              instancePath: instancePath + "/days/" + i1,
              parentData: data5,
              parentDataProperty: i1,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate13.errors : append(vErrors, validate13.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + "/days",
          schemaPath: "#/properties/days/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = {
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}

function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.callerId === undefined) {
      const err0 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "callerId" },
        message: "must have required property '" + "callerId" + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.callingHours === undefined) {
      const err1 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "callingHours" },
        message: "must have required property '" + "callingHours" + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.dialingOrder === undefined) {
      const err2 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "dialingOrder" },
        message: "must have required property '" + "dialingOrder" + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.maxAttemptsPerRecord === undefined) {
      const err3 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "maxAttemptsPerRecord" },
        message: "must have required property '" + "maxAttemptsPerRecord" + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.defaultRetryPeriod === undefined) {
      const err4 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "defaultRetryPeriod" },
        message: "must have required property '" + "defaultRetryPeriod" + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.maxRingTime === undefined) {
      const err5 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "maxRingTime" },
        message: "must have required property '" + "maxRingTime" + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.callerId !== undefined) {
      let data0 = data.callerId;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.phoneNumber === undefined) {
          const err6 = {
            instancePath: instancePath + "/callerId",
            schemaPath: "#/definitions/CallerId/required",
            keyword: "required",
            params: { missingProperty: "phoneNumber" },
            message: "must have required property '" + "phoneNumber" + "'",
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0.phoneNumber !== undefined) {
          if (typeof data0.phoneNumber !== "string") {
            const err7 = {
              instancePath: instancePath + "/callerId/phoneNumber",
              schemaPath: "#/definitions/CallerId/properties/phoneNumber/type",
              keyword: "type",
              params: { type: "string" },
              message: "must be string",
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = {
          instancePath: instancePath + "/callerId",
          schemaPath: "#/definitions/CallerId/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.callingHours !== undefined) {
      if (
        !validate12(data.callingHours, {
          instancePath: instancePath + "/callingHours",
          parentData: data,
          parentDataProperty: "callingHours",
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate12.errors : append(vErrors, validate12.errors);
        errors = vErrors.length;
      }
    }
    if (data.dialingOrder !== undefined) {
      let data3 = data.dialingOrder;
      if (typeof data3 !== "string") {
        const err9 = {
          instancePath: instancePath + "/dialingOrder",
          schemaPath: "#/definitions/DialingOrder/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (!(data3 === "FIFO" || data3 === "LIFO")) {
        const err10 = {
          instancePath: instancePath + "/dialingOrder",
          schemaPath: "#/definitions/DialingOrder/enum",
          keyword: "enum",
          params: { allowedValues: schema22.enum },
          message: "must be equal to one of the allowed values",
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.maxAttemptsPerRecord !== undefined) {
      let data4 = data.maxAttemptsPerRecord;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        const err11 = {
          instancePath: instancePath + "/maxAttemptsPerRecord",
          schemaPath: "#/properties/maxAttemptsPerRecord/type",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 100 || isNaN(data4)) {
          const err12 = {
            instancePath: instancePath + "/maxAttemptsPerRecord",
            schemaPath: "#/properties/maxAttemptsPerRecord/maximum",
            keyword: "maximum",
            params: { comparison: "<=", limit: 100 },
            message: "must be <= 100",
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err13 = {
            instancePath: instancePath + "/maxAttemptsPerRecord",
            schemaPath: "#/properties/maxAttemptsPerRecord/minimum",
            keyword: "minimum",
            params: { comparison: ">=", limit: 1 },
            message: "must be >= 1",
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.defaultRetryPeriod !== undefined) {
      let data5 = data.defaultRetryPeriod;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        const err14 = {
          instancePath: instancePath + "/defaultRetryPeriod",
          schemaPath: "#/properties/defaultRetryPeriod/type",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1440 || isNaN(data5)) {
          const err15 = {
            instancePath: instancePath + "/defaultRetryPeriod",
            schemaPath: "#/properties/defaultRetryPeriod/maximum",
            keyword: "maximum",
            params: { comparison: "<=", limit: 1440 },
            message: "must be <= 1440",
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err16 = {
            instancePath: instancePath + "/defaultRetryPeriod",
            schemaPath: "#/properties/defaultRetryPeriod/minimum",
            keyword: "minimum",
            params: { comparison: ">=", limit: 1 },
            message: "must be >= 1",
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.maxRingTime !== undefined) {
      let data6 = data.maxRingTime;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        const err17 = {
          instancePath: instancePath + "/maxRingTime",
          schemaPath: "#/properties/maxRingTime/type",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 120 || isNaN(data6)) {
          const err18 = {
            instancePath: instancePath + "/maxRingTime",
            schemaPath: "#/properties/maxRingTime/maximum",
            keyword: "maximum",
            params: { comparison: "<=", limit: 120 },
            message: "must be <= 120",
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (data6 < 5 || isNaN(data6)) {
          const err19 = {
            instancePath: instancePath + "/maxRingTime",
            schemaPath: "#/properties/maxRingTime/minimum",
            keyword: "minimum",
            params: { comparison: ">=", limit: 5 },
            message: "must be >= 5",
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
  } else {
    const err20 = {
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}

function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.dialingMode === undefined && (missing0 = "dialingMode")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.dialingMode !== undefined) {
        if ("Preview" !== data.dialingMode) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.queue_name === undefined) {
        const err2 = {
          instancePath,
          schemaPath: "#/allOf/0/then/required",
          keyword: "required",
          params: { missingProperty: "queue_name" },
          message: "must have required property '" + "queue_name" + "'",
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.maxSkips === undefined) {
        const err3 = {
          instancePath,
          schemaPath: "#/allOf/0/then/required",
          keyword: "required",
          params: { missingProperty: "maxSkips" },
          message: "must have required property '" + "maxSkips" + "'",
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = {
      instancePath,
      schemaPath: "#/allOf/0/if",
      keyword: "if",
      params: { failingKeyword: "then" },
      message: 'must match "then" schema',
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs7 = errors;
  let valid3 = true;
  const _errs8 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.dialingMode === undefined && (missing1 = "dialingMode")) {
      const err5 = {};
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    } else {
      if (data.dialingMode !== undefined) {
        if ("Progressive" !== data.dialingMode) {
          const err6 = {};
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  }
  var _valid1 = _errs8 === errors;
  errors = _errs7;
  if (vErrors !== null) {
    if (_errs7) {
      vErrors.length = _errs7;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs10 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.queue_name === undefined) {
        const err7 = {
          instancePath,
          schemaPath: "#/allOf/1/then/required",
          keyword: "required",
          params: { missingProperty: "queue_name" },
          message: "must have required property '" + "queue_name" + "'",
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    var _valid1 = _errs10 === errors;
    valid3 = _valid1;
  }
  if (!valid3) {
    const err8 = {
      instancePath,
      schemaPath: "#/allOf/1/if",
      keyword: "if",
      params: { failingKeyword: "then" },
      message: 'must match "then" schema',
    };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  const _errs12 = errors;
  let valid5 = true;
  const _errs13 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing2;
    if (data.dialingMode === undefined && (missing2 = "dialingMode")) {
      const err9 = {};
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    } else {
      if (data.dialingMode !== undefined) {
        if ("Agentless" !== data.dialingMode) {
          const err10 = {};
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
  }
  var _valid2 = _errs13 === errors;
  errors = _errs12;
  if (vErrors !== null) {
    if (_errs12) {
      vErrors.length = _errs12;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs15 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.experienceFlowName === undefined) {
        const err11 = {
          instancePath,
          schemaPath: "#/allOf/2/then/required",
          keyword: "required",
          params: { missingProperty: "experienceFlowName" },
          message: "must have required property '" + "experienceFlowName" + "'",
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data.enableMachineDetect === undefined) {
        const err12 = {
          instancePath,
          schemaPath: "#/allOf/2/then/required",
          keyword: "required",
          params: { missingProperty: "enableMachineDetect" },
          message: "must have required property '" + "enableMachineDetect" + "'",
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (data.enableMachineDetect !== undefined) {
        let data3 = data.enableMachineDetect;
        if (typeof data3 !== "string") {
          const err13 = {
            instancePath: instancePath + "/enableMachineDetect",
            schemaPath: "#/definitions/MachineDetection/type",
            keyword: "type",
            params: { type: "string" },
            message: "must be string",
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (!(data3 === "no" || data3 === "detect" || data3 === "disconnect")) {
          const err14 = {
            instancePath: instancePath + "/enableMachineDetect",
            schemaPath: "#/definitions/MachineDetection/enum",
            keyword: "enum",
            params: { allowedValues: schema12.enum },
            message: "must be equal to one of the allowed values",
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    var _valid2 = _errs15 === errors;
    valid5 = _valid2;
  }
  if (!valid5) {
    const err15 = {
      instancePath,
      schemaPath: "#/allOf/2/if",
      keyword: "if",
      params: { failingKeyword: "then" },
      message: 'must match "then" schema',
    };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      const err16 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "name" },
        message: "must have required property '" + "name" + "'",
      };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    if (data.description === undefined) {
      const err17 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "description" },
        message: "must have required property '" + "description" + "'",
      };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (data.contactLists === undefined) {
      const err18 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "contactLists" },
        message: "must have required property '" + "contactLists" + "'",
      };
      if (vErrors === null) {
        vErrors = [err18];
      } else {
        vErrors.push(err18);
      }
      errors++;
    }
    if (data.dncLists === undefined) {
      const err19 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "dncLists" },
        message: "must have required property '" + "dncLists" + "'",
      };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
    if (data.priority === undefined) {
      const err20 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "priority" },
        message: "must have required property '" + "priority" + "'",
      };
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
    if (data.dialingMode === undefined) {
      const err21 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "dialingMode" },
        message: "must have required property '" + "dialingMode" + "'",
      };
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
    if (data.dialingStrategy === undefined) {
      const err22 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "dialingStrategy" },
        message: "must have required property '" + "dialingStrategy" + "'",
      };
      if (vErrors === null) {
        vErrors = [err22];
      } else {
        vErrors.push(err22);
      }
      errors++;
    }
    if (data.campaignType === undefined) {
      const err23 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "campaignType" },
        message: "must have required property '" + "campaignType" + "'",
      };
      if (vErrors === null) {
        vErrors = [err23];
      } else {
        vErrors.push(err23);
      }
      errors++;
    }
    if (data.$schema !== undefined) {
      if (typeof data.$schema !== "string") {
        const err24 = {
          instancePath: instancePath + "/$schema",
          schemaPath: "#/properties/%24schema/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data5 = data.name;
      if (typeof data5 === "string") {
        if (func2(data5) > 48) {
          const err25 = {
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/maxLength",
            keyword: "maxLength",
            params: { limit: 48 },
            message: "must NOT have more than 48 characters",
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = {
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data6 = data.description;
      if (typeof data6 === "string") {
        if (func2(data6) > 256) {
          const err27 = {
            instancePath: instancePath + "/description",
            schemaPath: "#/properties/description/maxLength",
            keyword: "maxLength",
            params: { limit: 256 },
            message: "must NOT have more than 256 characters",
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      } else {
        const err28 = {
          instancePath: instancePath + "/description",
          schemaPath: "#/properties/description/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.contactLists !== undefined) {
      let data7 = data.contactLists;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          const err29 = {
            instancePath: instancePath + "/contactLists",
            schemaPath: "#/properties/contactLists/minItems",
            keyword: "minItems",
            params: { limit: 1 },
            message: "must NOT have fewer than 1 items",
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data7[i0] !== "string") {
            const err30 = {
              instancePath: instancePath + "/contactLists/" + i0,
              schemaPath: "#/properties/contactLists/items/type",
              keyword: "type",
              params: { type: "string" },
              message: "must be string",
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = {
          instancePath: instancePath + "/contactLists",
          schemaPath: "#/properties/contactLists/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.dncLists !== undefined) {
      let data9 = data.dncLists;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.name === undefined) {
          const err32 = {
            instancePath: instancePath + "/dncLists",
            schemaPath: "#/definitions/DoNotCallList/required",
            keyword: "required",
            params: { missingProperty: "name" },
            message: "must have required property '" + "name" + "'",
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data9.name !== undefined) {
          if (typeof data9.name !== "string") {
            const err33 = {
              instancePath: instancePath + "/dncLists/name",
              schemaPath: "#/definitions/DoNotCallList/properties/name/type",
              keyword: "type",
              params: { type: "string" },
              message: "must be string",
            };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      } else {
        const err34 = {
          instancePath: instancePath + "/dncLists",
          schemaPath: "#/definitions/DoNotCallList/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.priority !== undefined) {
      let data11 = data.priority;
      if (typeof data11 !== "string") {
        const err35 = {
          instancePath: instancePath + "/priority",
          schemaPath: "#/definitions/Priority/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (!(data11 === "1" || data11 === "2" || data11 === "3" || data11 === "4" || data11 === "5")) {
        const err36 = {
          instancePath: instancePath + "/priority",
          schemaPath: "#/definitions/Priority/enum",
          keyword: "enum",
          params: { allowedValues: schema14.enum },
          message: "must be equal to one of the allowed values",
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.dialingMode !== undefined) {
      let data12 = data.dialingMode;
      if (typeof data12 !== "string") {
        const err37 = {
          instancePath: instancePath + "/dialingMode",
          schemaPath: "#/definitions/DialingMode/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      if (!(data12 === "Preview" || data12 === "Progressive" || data12 === "Agentless")) {
        const err38 = {
          instancePath: instancePath + "/dialingMode",
          schemaPath: "#/definitions/DialingMode/enum",
          keyword: "enum",
          params: { allowedValues: schema15.enum },
          message: "must be equal to one of the allowed values",
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.dialingStrategy !== undefined) {
      if (
        !validate11(data.dialingStrategy, {
          instancePath: instancePath + "/dialingStrategy",
          parentData: data,
          parentDataProperty: "dialingStrategy",
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate11.errors : append(vErrors, validate11.errors);
        errors = vErrors.length;
      }
    }
    if (data.schedule !== undefined) {
      let data14 = data.schedule;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        if (data14.isSchedulingEnabled !== undefined) {
          if (typeof data14.isSchedulingEnabled !== "boolean") {
            const err39 = {
              instancePath: instancePath + "/schedule/isSchedulingEnabled",
              schemaPath: "#/definitions/Schedule/properties/isSchedulingEnabled/type",
              keyword: "type",
              params: { type: "boolean" },
              message: "must be boolean",
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = {
          instancePath: instancePath + "/schedule",
          schemaPath: "#/definitions/Schedule/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.queue_name !== undefined) {
      if (typeof data.queue_name !== "string") {
        const err41 = {
          instancePath: instancePath + "/queue_name",
          schemaPath: "#/properties/queue_name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.maxSkips !== undefined) {
      let data17 = data.maxSkips;
      if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
        const err42 = {
          instancePath: instancePath + "/maxSkips",
          schemaPath: "#/properties/maxSkips/type",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if (typeof data17 == "number" && isFinite(data17)) {
        if (data17 < 0 || isNaN(data17)) {
          const err43 = {
            instancePath: instancePath + "/maxSkips",
            schemaPath: "#/properties/maxSkips/minimum",
            keyword: "minimum",
            params: { comparison: ">=", limit: 0 },
            message: "must be >= 0",
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
    }
    if (data.experienceFlowName !== undefined) {
      if (typeof data.experienceFlowName !== "string") {
        const err44 = {
          instancePath: instancePath + "/experienceFlowName",
          schemaPath: "#/properties/experienceFlowName/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.campaignType !== undefined) {
      let data19 = data.campaignType;
      if (typeof data19 !== "string") {
        const err45 = {
          instancePath: instancePath + "/campaignType",
          schemaPath: "#/definitions/CampaignType/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      if (!(data19 === "voice" || data19 === "sms")) {
        const err46 = {
          instancePath: instancePath + "/campaignType",
          schemaPath: "#/definitions/CampaignType/enum",
          keyword: "enum",
          params: { allowedValues: schema24.enum },
          message: "must be equal to one of the allowed values",
        };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
  } else {
    const err47 = {
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    };
    if (vErrors === null) {
      vErrors = [err47];
    } else {
      vErrors.push(err47);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

function append(all, more) {
  for (const one of more) all.push(one);
  return all;
}
